set local citus.multi_shard_modify_mode to 'sequential';

-- The request that wrote a row of spend last. Rows of one key are added within a request, whatever chunk they come in; another
-- request, and so the same one repeated, begins anew. Null: written before requests had ids, so whoever comes is another one.
alter table spend_day add column request_id uuid;
