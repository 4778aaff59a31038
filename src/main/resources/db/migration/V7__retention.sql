set local citus.multi_shard_modify_mode to 'sequential';

-- both without a default, so that no row is rewritten; null: contacts are kept
alter table workspace add column contact_retention_days integer;
-- when contact, click ids and message were erased, never to be set again; null: not erased
alter table inquiry add column contact_erased_at timestamptz;
