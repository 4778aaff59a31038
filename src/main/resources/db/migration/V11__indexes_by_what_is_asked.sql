set local citus.multi_shard_modify_mode to 'sequential';

-- an inquiry may be asked for by its id alone, without its source
alter table inquiry drop constraint inquiry_workspace_id_source_external_id_key;
alter table inquiry add constraint inquiry_workspace_id_external_id_source_key unique (workspace_id, external_id, source);

-- one key of a day, without reading all campaigns' of that day where the planner takes both indexes to be as good
drop index spend_day_day;
create index spend_day_day on spend_day (workspace_id, day, campaign_id);
