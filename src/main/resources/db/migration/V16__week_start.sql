set local citus.multi_shard_modify_mode to 'sequential';

-- the day on which weeks begin in series and cohorts, MONDAY or SUNDAY; null: MONDAY
alter table workspace add column week_start text;
