set local citus.multi_shard_modify_mode to 'sequential';

-- Which days of a workspace's records have changed: every writer adds a row for each day it touches, in its own transaction.
-- The sum of a day's marks, which are random, tells one state of the day from any other; rows are only added, or put
-- together into one of the same sum, so writers never wait for each other.
create table ledger_change (
    workspace_id text not null,
    day date not null,
    mark bigint not null,
    primary key (workspace_id, day, mark)
);

create index deal_cohort on deal (workspace_id, cohort_day);

do $$
begin
    if exists (select from pg_extension where extname = 'citus') then
        perform create_distributed_table('ledger_change', 'workspace_id', colocate_with => 'campaign');
    end if;
end $$;
