set local citus.multi_shard_modify_mode to 'sequential';

-- The whole key, so that no key is looked for among all regions of a campaign's day, in the order of the list of spend, so that a
-- page reads no more than itself. The new one first: while it is built, spend is still read.
create index spend_day_latest on spend_day (workspace_id, day desc, campaign_id, region, industry, market_segment);
drop index spend_day_day;
