set local citus.multi_shard_modify_mode to 'sequential';

-- A workspace that the column's statistics do not know of, a new one beside large ones, is taken to have one row. Then every
-- index that begins with workspace_id looks as good as the right one, and what takes milliseconds takes minutes until somebody
-- analyses the table. Without statistics of this column PostgreSQL takes each workspace to hold a two hundredth of the rows
-- that the table has at that moment, and the index that has the most of a key always wins.
--
-- To set the type anew, to the same one, drops what has been gathered; neither table nor index is rewritten.
do $$
declare
    records constant text[] :=
        array['campaign', 'spend_day', 'inquiry', 'deal', 'ledger_change', 'idempotency_key', 'audit_entry'];
    change constant text :=
        'alter table %s alter column workspace_id type text, alter column workspace_id set statistics 0';
    name text;
begin
    foreach name in array records loop
        if exists (select from pg_extension where extname = 'citus') then
            -- Citus does not pass this on: the coordinator's empty table, which shards to come are made after, then the shards
            perform set_config('citus.enable_ddl_propagation', 'off', true);
            execute format('alter table %I alter column workspace_id set statistics 0', name);
            perform set_config('citus.enable_ddl_propagation', 'on', true);
            if exists (select from run_command_on_shards(name::regclass, change) where not success) then
                raise warning 'Statistics of workspaces are still kept in shards of %', name;
            end if;
        else
            execute format(change, quote_ident(name));
        end if;
    end loop;
end $$;
