-- Null while members cannot refer anybody.
alter table programme add column referrer_points bigint;
alter table programme add column referred_points bigint;
alter table programme add column referral_minimum_minor_units bigint;
alter table programme add column referrals_per_member integer;

create table referral_code (
    customer_id uuid primary key,
    code text not null unique,
    create_time timestamptz not null default now()
);

-- Who brought whom, on the terms of that day.
create table referral (
    -- Grows with time.
    id uuid primary key,
    referrer_id uuid not null,
    -- Nobody is referred twice.
    referred_id uuid not null unique,
    state text not null check (state in ('WAITING', 'CREDITED', 'BOUGHT_BEFORE', 'GIVEN_BACK', 'TOO_SMALL')),
    referrer_points bigint not null check (referrer_points >= 0),
    referred_points bigint not null check (referred_points >= 0),
    minimum_minor_units bigint not null,
    order_id uuid,
    create_time timestamptz not null,
    -- When to look for the first order again.
    look_time timestamptz not null,
    end_time timestamptz
);
-- Whom a member referred.
create index referral_referrer on referral (referrer_id, id);
-- What is to be looked at.
create index referral_waiting on referral (look_time) where state = 'WAITING';
