set local citus.multi_shard_modify_mode to 'sequential';

-- what was answered to a POST with an Idempotency-Key; under way while status is null
create table idempotency_key (
    workspace_id text not null,
    -- SHA-256 of caller and key, for clients may put anything into a key
    key_hash bytea not null,
    path text not null,
    -- of the request's body; null until a stream has been read
    body_hash bytea,
    -- which attempt holds the key, and how long nobody else may take it
    run_id uuid not null,
    leased_until timestamptz not null,
    status integer,
    location text,
    body text,
    -- the record that the answer shows, where it must be forgotten along with it
    record_id uuid,
    expires_at timestamptz not null,
    primary key (workspace_id, key_hash)
);

do $$
begin
    if exists (select from pg_extension where extname = 'citus') then
        perform create_distributed_table('idempotency_key', 'workspace_id', colocate_with => 'campaign');
    end if;
end $$;

-- no foreign key to workspace: its lock would let a key wait for whoever changes the settings
create index idempotency_key_expiry on idempotency_key (workspace_id, expires_at);
create index idempotency_key_record on idempotency_key (workspace_id, record_id) where record_id is not null;
