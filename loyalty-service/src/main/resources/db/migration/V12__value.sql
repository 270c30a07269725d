-- What each customer is expected to buy; made anew with each fit and put in place whole (Valuation). Change both when you
-- change one.
create table customer_value (
    customer_id uuid not null,
    -- Days with a purchase after the first, the last of them, and the time observed, in days since the first.
    repeats integer not null,
    last_day integer not null,
    length_days integer not null,
    currency_code text not null,
    historic_minor_units bigint not null,
    -- Mean of the days that repeat; null without one.
    mean_minor_units double precision,
    alive double precision not null,
    expected_purchases double precision not null,
    -- Null when no amounts could be fitted in the currency.
    expected_amount double precision,
    expected_value bigint,
    constraint customer_value_pkey primary key (customer_id)
);
-- The most valuable first.
create index customer_value_expected on customer_value (coalesce(expected_value, 0) desc, customer_id);

-- The model behind it; draws of its parameters tell how sure it is.
create table value_model (
    single boolean primary key default true check (single),
    kind text not null,
    parameters float8[] not null,
    log_likelihood double precision not null,
    customers bigint not null,
    draws float8[] not null,
    amount_currency text,
    amount_parameters float8[],
    amount_draws float8[],
    amount_customers bigint not null,
    horizon_weeks integer not null,
    discount_rate double precision not null,
    margin double precision not null,
    as_of_day date not null,
    changes bigint not null,
    fit_millis bigint not null,
    fit_time timestamptz not null
);

-- Repeat purchases by week since the first day known: what happened, and what the model would have said.
create table value_tracking (
    week integer primary key,
    actual bigint not null,
    expected double precision not null
);
