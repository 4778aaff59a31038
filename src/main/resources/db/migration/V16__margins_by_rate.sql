set local citus.multi_shard_modify_mode to 'sequential';

-- Whether a deal's margin is the workspace's rate of its revenue because none was given: then it follows the revenue. Null: not
-- known, for the deal was stored by an earlier version; its margin stays until one is given, or asked for by null.
alter table deal add column margin_by_rate boolean;
