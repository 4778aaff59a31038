set local citus.multi_shard_modify_mode to 'sequential';

-- Whether a deal's margin is the workspace's rate of its revenue because none was given: then it follows the revenue. Null: not
-- known, for the deal was stored by an earlier version; its margin stays until one is given, or asked for by null.
alter table deal add column margin_by_rate boolean;

-- What of a deal's revenue was given back, all null where nothing was; refunded_day of refunded_at in the workspace's time zone.
alter table deal
    add column refunded numeric(17, 4),
    add column refunded_at timestamptz,
    add column refunded_day date;
