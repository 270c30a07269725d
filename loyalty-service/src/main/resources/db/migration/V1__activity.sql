-- What each order is now: only so much that a later version of it can take its part out of the summary again.
create table activity_order (
    order_id uuid primary key,
    version bigint not null,
    -- Null for a guest, whose order is kept because a later version may name a customer.
    customer_id uuid,
    kind text not null check (kind in ('SALE', 'REFUND', 'ADJUSTMENT')),
    order_time timestamptz not null,
    currency_code text not null,
    minor_units bigint not null
);
-- The first and last sale of a customer, when a correction takes one of them away.
create index activity_order_sale on activity_order (customer_id, currency_code, order_time)
    where kind = 'SALE' and customer_id is not null;
-- The latest event known.
create index activity_order_time on activity_order (order_time);

-- What a customer bought in one currency. A refund alone makes a row too: its sale may come later.
create table activity_spending (
    customer_id uuid not null,
    currency_code text not null,
    sale_count bigint not null,
    -- Spent less refunded.
    spent_minor_units bigint not null,
    -- Null while there is no sale.
    first_sale_time timestamptz,
    last_sale_time timestamptz,
    primary key (customer_id, currency_code)
) with (fillfactor = 80);

-- One row a buyer: sales in all currencies; money in the one with most sales (then the latest, then by name).
create table activity_summary (
    customer_id uuid primary key,
    sale_count bigint not null,
    first_sale_time timestamptz not null,
    last_sale_time timestamptz not null,
    currency_code text not null,
    spent_minor_units bigint not null
) with (fillfactor = 80);

-- Grows with every order applied, so that what is derived knows whether it is current.
create table activity_state (
    single boolean primary key default true check (single),
    changes bigint not null default 0,
    -- When the latest event applied became true at its source.
    event_time timestamptz
);
insert into activity_state default values;
