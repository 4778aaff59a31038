set local citus.multi_shard_modify_mode to 'sequential';

-- when the key was last used, up to a minute late; null: never. Without a default, so that no row is rewritten
alter table api_key add column last_used_at timestamptz;
