set local citus.multi_shard_modify_mode to 'sequential';

-- The settings of each room, by its name; the room describes and checks them. A member that is not there has its default.
alter table workspace add column settings jsonb;

-- Put together as a text, for Citus takes no function in an update that is not immutable, and what builds JSON is not.
update workspace set settings = cast(
    '{"policy": {"scaleProbability": ' || cast(trim_scale(scale_probability) as text)
    || ', "scaleEndProbability": ' || cast(trim_scale(scale_end_probability) as text)
    || ', "leaveOutProbability": ' || cast(trim_scale(leave_out_probability) as text)
    || ', "fixProbability": ' || cast(trim_scale(fix_probability) as text)
    || ', "fixMaturity": ' || cast(trim_scale(fix_maturity) as text)
    || ', "minimumDeals": ' || cast(minimum_deals as text)
    || ', "minimumCycles": ' || cast(minimum_cycles as text)
    || ', "falseDiscoveryRate": ' || cast(trim_scale(false_discovery_rate) as text)
    || '}}' as jsonb);

alter table workspace
    alter column settings set not null,
    drop column scale_probability,
    drop column scale_end_probability,
    drop column leave_out_probability,
    drop column fix_probability,
    drop column fix_maturity,
    drop column minimum_deals,
    drop column minimum_cycles,
    drop column false_discovery_rate;
