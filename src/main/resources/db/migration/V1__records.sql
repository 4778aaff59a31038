set local citus.multi_shard_modify_mode to 'sequential';

create table workspace (
    id text primary key,
    name text not null,
    currency text not null,
    time_zone text not null,
    target_roi numeric(7, 4) not null,
    horizon_days integer not null,
    default_margin_rate numeric(5, 4),
    deals_tracked_from date,
    handling_cost_per_inquiry numeric(14, 4) not null,
    discount_rate numeric(5, 4) not null,
    scale_probability numeric(5, 4) not null,
    scale_end_probability numeric(5, 4) not null,
    leave_out_probability numeric(5, 4) not null,
    fix_probability numeric(5, 4) not null,
    fix_maturity numeric(5, 4) not null,
    minimum_deals integer not null,
    minimum_cycles integer not null,
    false_discovery_rate numeric(5, 4) not null,
    recorded_at timestamptz not null
);

create table api_key (
    workspace_id text not null,
    id uuid not null,
    name text not null,
    role text not null,
    secret_hash bytea not null,
    last_four text not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    recorded_at timestamptz not null,
    primary key (workspace_id, id)
);

create table campaign (
    workspace_id text not null,
    id uuid not null,
    external_id text not null,
    name text not null,
    channel text,
    store text,
    product text,
    category text,
    price_tier text,
    region text,
    industry text,
    market_segment text,
    daily_budget numeric(17, 4),
    start_date date,
    end_date date,
    status text not null,
    -- null while the campaign is only DISCOVERED
    content_hash bytea,
    recorded_at timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, external_id)
);

create table spend_day (
    workspace_id text not null,
    campaign_id uuid not null,
    day date not null,
    -- '' where the platform names none: a key has no nulls
    region text not null,
    industry text not null,
    market_segment text not null,
    amount numeric(17, 4) not null,
    impressions bigint,
    clicks bigint,
    recorded_at timestamptz not null,
    primary key (workspace_id, campaign_id, day, region, industry, market_segment)
);

create table inquiry (
    workspace_id text not null,
    id uuid not null,
    source text not null,
    external_id text not null,
    campaign_id uuid not null,
    received_at timestamptz not null,
    -- of received_at in the workspace's time zone
    day date not null,
    -- the inquiry's own; null: what the campaign targets
    region text,
    industry text,
    market_segment text,
    status text not null,
    status_changed_at timestamptz not null,
    test boolean not null,
    contact jsonb,
    click_ids jsonb,
    message text,
    content_hash bytea not null,
    recorded_at timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, source, external_id)
);

create table deal (
    workspace_id text not null,
    id uuid not null,
    external_id text not null,
    inquiry_id uuid not null,
    closed_at timestamptz not null,
    closed_day date not null,
    revenue numeric(17, 4) not null,
    margin numeric(17, 4) not null,
    status text not null,
    status_changed_at timestamptz not null,
    cancelled_at timestamptz,
    cancelled_day date,
    -- copied from the inquiry, so that the analysis needs no join
    campaign_id uuid not null,
    region text,
    industry text,
    market_segment text,
    cohort_day date not null,
    lag_days integer not null,
    content_hash bytea not null,
    recorded_at timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, external_id)
);

do $$
begin
    if exists (select from pg_extension where extname = 'citus') then
        perform create_reference_table('workspace');
        perform create_reference_table('api_key');
        perform create_distributed_table('campaign', 'workspace_id');
        perform create_distributed_table('spend_day', 'workspace_id', colocate_with => 'campaign');
        perform create_distributed_table('inquiry', 'workspace_id', colocate_with => 'campaign');
        perform create_distributed_table('deal', 'workspace_id', colocate_with => 'campaign');
    end if;
end $$;

alter table api_key add constraint api_key_workspace foreign key (workspace_id) references workspace (id);
alter table campaign add constraint campaign_workspace foreign key (workspace_id) references workspace (id);
alter table spend_day add constraint spend_day_campaign
    foreign key (workspace_id, campaign_id) references campaign (workspace_id, id);
alter table inquiry add constraint inquiry_campaign
    foreign key (workspace_id, campaign_id) references campaign (workspace_id, id);
alter table deal add constraint deal_inquiry
    foreign key (workspace_id, inquiry_id) references inquiry (workspace_id, id);

-- the one look-up that does not know its workspace yet
create unique index api_key_secret on api_key (secret_hash);
create index inquiry_day on inquiry (workspace_id, day);
create index inquiry_campaign on inquiry (workspace_id, campaign_id);
create index spend_day_day on spend_day (workspace_id, day);
create index deal_inquiry on deal (workspace_id, inquiry_id);
create index deal_closed on deal (workspace_id, closed_day);
