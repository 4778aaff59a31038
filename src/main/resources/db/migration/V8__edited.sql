set local citus.multi_shard_modify_mode to 'sequential';

-- when what the analysis reads of a record was last changed; null: never. Without a default, so that no row is rewritten
alter table inquiry add column edited_at timestamptz;
alter table deal add column edited_at timestamptz;
