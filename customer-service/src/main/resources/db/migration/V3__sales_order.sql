-- Sales, refunds and adjustments share one shape; the kind says which.
create table sales_order (
    id uuid primary key,
    number text not null unique check (length(number) between 1 and 100),
    kind text not null check (kind in ('SALE', 'REFUND', 'ADJUSTMENT')),
    customer_id uuid,
    order_time timestamptz not null,
    country text not null default '' check (length(country) <= 100),
    currency text not null,
    -- Exact sum of quantity * unit_price; negative for a refund.
    total numeric not null,
    line_count int not null,
    refunded_order_id uuid,
    import_id uuid,
    version bigint not null default 1
);
create index sales_order_customer on sales_order (customer_id, order_time desc, id desc);
create index sales_order_time on sales_order (order_time desc, id desc);
-- The rarer kinds have their own: a page of them must not read all the sales between.
create index sales_order_kind on sales_order (kind, order_time desc, id desc) where kind <> 'SALE';

-- Written only together with its order, by the one place that writes orders: no foreign keys on the bulk path.
create table order_line (
    order_id uuid not null,
    line_number int not null,
    product_id uuid not null,
    quantity numeric not null,
    unit_price numeric not null,
    primary key (order_id, line_number)
);

-- Sums kept with every write, so that asking for them reads a few rows.
create table country_total (
    country text not null,
    currency text not null,
    kind text not null,
    order_count bigint not null,
    amount numeric not null,
    primary key (country, currency, kind)
);
