set local citus.multi_shard_modify_mode to 'sequential';

-- Other ids that lead to the campaign when a record names it; null: none. And the campaign that this one's records are on their way
-- to; null but for one that is being merged, which goes at the end.
alter table campaign
    add column aliases text[],
    add column merged_into uuid;

-- few campaigns have any, and they are looked through where an id is not known
create index campaign_with_aliases on campaign (workspace_id, id) where aliases is not null;
