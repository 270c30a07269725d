-- What each customer has: always the sum of the customer's entries, and of what is left in the lots.
create table points_account (
    customer_id uuid primary key,
    available bigint not null default 0 check (available >= 0),
    pending bigint not null default 0 check (pending >= 0),
    debt bigint not null default 0 check (debt >= 0),
    tier text,
    tier_time timestamptz,
    -- Until when a tier stays that is no longer earned.
    grace_end_time timestamptz,
    -- When the tier was looked at last.
    review_time timestamptz not null default '-infinity',
    create_time timestamptz not null default now()
) with (fillfactor = 70);
-- Whose tier is to be looked at.
create index points_account_review on points_account (review_time);

create table points_transaction (
    -- Grows with time.
    id uuid primary key,
    kind text not null,
    customer_id uuid not null,
    points bigint not null,
    order_id uuid,
    reward_id uuid,
    other_customer_id uuid,
    -- Nothing is cancelled twice.
    cancels uuid unique,
    reason text not null,
    actor text not null,
    available_after bigint not null,
    pending_after bigint not null,
    debt_after bigint not null,
    create_time timestamptz not null
);
-- A customer's history.
create index points_transaction_customer on points_transaction (customer_id, id);
create index points_transaction_receiver on points_transaction (other_customer_id, id)
    where other_customer_id is not null;

create table points_entry (
    transaction_id uuid not null,
    line smallint not null,
    account text not null check (account in ('MEMBER', 'LIABILITY', 'DEBT', 'PROGRAMME', 'BREAKAGE')),
    customer_id uuid,
    points bigint not null check (points <> 0),
    primary key (transaction_id, line)
);

-- Points that were credited together and expire together.
create table points_lot (
    id uuid primary key,
    customer_id uuid not null,
    transaction_id uuid not null,
    order_id uuid,
    granted bigint not null,
    remaining bigint not null check (remaining between 0 and granted),
    available_time timestamptz not null,
    -- 9999-12-31 for ever.
    expire_time timestamptz not null,
    released boolean not null
) with (fillfactor = 80);
-- What a customer can spend.
create index points_lot_open on points_lot (customer_id) where remaining > 0;
-- What is due.
create index points_lot_pending on points_lot (available_time) where remaining > 0 and not released;
create index points_lot_expiry on points_lot (expire_time) where remaining > 0;

-- What a transaction took out of lots, so that it can be given back.
create table points_lot_use (
    transaction_id uuid not null,
    lot_id uuid not null,
    points bigint not null check (points > 0),
    expire_time timestamptz not null,
    primary key (transaction_id, lot_id)
);

-- Commands that were carried out, so that a repeated one changes nothing.
create table points_key (
    key text primary key,
    request_hash bytea not null,
    transaction_id uuid not null
);

create table reward (
    id uuid primary key,
    name text not null,
    description text not null,
    cost bigint not null check (cost > 0),
    active boolean not null,
    from_time timestamptz not null,
    to_time timestamptz not null,
    tiers text[] not null,
    per_customer bigint,
    voucher_days integer not null,
    -- Null when it never runs out.
    stock bigint check (stock >= 0),
    version bigint not null,
    create_time timestamptz not null default now()
);
create unique index reward_name on reward (lower(name));

create table voucher (
    code text primary key,
    reward_id uuid not null references reward,
    customer_id uuid not null,
    transaction_id uuid not null unique,
    state text not null check (state in ('ISSUED', 'USED', 'VOID')),
    expire_time timestamptz not null,
    use_time timestamptz,
    create_time timestamptz not null default now()
);
-- A customer's vouchers, and how many of one reward a customer took.
create index voucher_customer on voucher (customer_id, reward_id);

create table coupon (
    code text primary key,
    campaign text not null,
    points bigint not null check (points > 0),
    max_uses bigint not null check (max_uses > 0),
    per_customer bigint not null check (per_customer > 0),
    from_time timestamptz not null,
    to_time timestamptz not null,
    uses bigint not null default 0 check (uses between 0 and max_uses),
    create_time timestamptz not null default now()
);
-- A campaign's coupons by code.
create index coupon_campaign on coupon (campaign, code);

create table coupon_use (
    code text not null references coupon,
    customer_id uuid not null,
    transaction_id uuid not null unique
);
create index coupon_use_customer on coupon_use (customer_id, code);
-- A customer's entries, when the customer is erased.
create index points_entry_customer on points_entry (customer_id) where customer_id is not null;
