set local citus.multi_shard_modify_mode to 'sequential';

-- when the inquiry was first answered; null: not yet, or not known. Without a default, so that no row is rewritten
alter table inquiry add column first_responded_at timestamptz;
