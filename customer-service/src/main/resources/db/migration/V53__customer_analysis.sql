-- How a customer buys: computed for those whose facts changed, never when somebody asks.
create table customer_analysis (
    customer_id uuid primary key,
    order_count int not null,
    first_order_time timestamptz not null,
    last_order_time timestamptz not null,
    -- Kind to the names that are most frequent and their shares: {"category": [{"name": "Home/Mugs", "share": 0.5}]}
    preferences jsonb not null,
    -- [{"currency": "EUR", "mean": "12.50", "orders": 3}], the most frequent first.
    baskets jsonb not null,
    price_level double precision,
    cadence_days double precision,
    cadence_change double precision,
    lines_per_order double precision,
    pieces_per_order double precision,
    discount_share double precision,
    refund_rate double precision,
    refunded_share double precision,
    case_sentiment double precision,
    -- First days of the months with an order.
    months date[] not null,
    compute_time timestamptz not null
);

-- What a product of a category costs.
create table category_price (
    category text not null,
    currency text not null,
    median double precision not null check (median > 0),
    primary key (category, currency)
);

-- Customers by the month of their first order, and how many of them ordered in which month: kept with every analysis.
create table cohort_month (
    first_month date not null,
    month date not null,
    customer_count bigint not null,
    primary key (first_month, month)
);
