set local citus.multi_shard_modify_mode to 'sequential';

-- who changed what, when; only ever added to
create table audit_entry (
    workspace_id text not null,
    id uuid not null,
    kind text not null,
    action text not null,
    subject_id text not null,
    -- null: the service by itself
    actor text,
    -- {"field": {"from": ..., "to": ...}}, values as texts
    changes jsonb not null,
    recorded_at timestamptz not null,
    primary key (workspace_id, id)
);

do $$
begin
    if exists (select from pg_extension where extname = 'citus') then
        perform create_distributed_table('audit_entry', 'workspace_id', colocate_with => 'campaign');
    end if;
end $$;

create index audit_entry_recorded on audit_entry (workspace_id, recorded_at);
