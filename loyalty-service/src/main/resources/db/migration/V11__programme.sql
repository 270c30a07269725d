-- How points are earned and lost; no row while there is no programme.
create table programme (
    single boolean primary key default true check (single),
    name text not null,
    state text not null check (state in ('ACTIVE', 'PAUSED')),
    start_time timestamptz not null,
    currency_code text not null,
    return_window_days integer not null,
    -- 0 for ever.
    validity_months integer not null,
    negative_policy text not null,
    -- 0 for any number.
    max_points_per_order bigint not null,
    minor_units_per_thousand_points bigint not null,
    tier_measure text not null,
    tier_period_months integer not null,
    tier_grace_days integer not null,
    version bigint not null,
    update_time timestamptz not null
);

create table tier (
    rank integer primary key,
    name text not null unique,
    threshold bigint not null
);

create table earning_rule (
    position integer primary key,
    name text not null,
    active boolean not null,
    effect text not null check (effect in ('PER_AMOUNT', 'MULTIPLY', 'BONUS')),
    points bigint not null,
    per_minor_units bigint not null,
    percent integer not null,
    cap bigint not null,
    from_time timestamptz,
    to_time timestamptz,
    minimum_minor_units bigint not null,
    products uuid[] not null,
    segments text[] not null,
    tiers text[] not null,
    channels text[] not null,
    weekdays integer[] not null,
    first_order boolean not null
);

-- Orders since the programme began, and what each earned so far.
create table points_order (
    order_id uuid primary key,
    version bigint not null,
    customer_id uuid,
    kind text not null,
    order_time timestamptz not null,
    currency_code text not null,
    minor_units bigint not null,
    refunded_order_id uuid,
    -- By the rules, before refunds.
    gross bigint not null default 0,
    -- In the ledger now.
    granted bigint not null default 0,
    -- Whose they are; another than the customer's until a merge is followed.
    granted_to uuid
) with (fillfactor = 80);
-- The refunds of an order.
create index points_order_refund on points_order (refunded_order_id) where refunded_order_id is not null;
-- What a customer bought in a period.
create index points_order_customer on points_order (customer_id, order_time) where customer_id is not null;
