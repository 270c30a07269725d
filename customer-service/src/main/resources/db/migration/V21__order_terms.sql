-- How far an order has come and on what terms it was placed; imports of order files tell none of it.
alter table sales_order
    add column state text not null default 'PLACED'
        check (state in ('PLACED', 'PAID', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'RETURNED')),
    add column channel text not null default '' check (length(channel) <= 40),
    add column shipping numeric not null default 0,
    -- Of the system that told it; 0 when it counts none.
    add column source_version bigint not null default 0 check (source_version >= 0);
-- Null: none. The bulk path leaves them out.
alter table order_line
    add column discount numeric,
    add column tax numeric,
    -- In a refund, the line of the refunded order.
    add column refunded_line_number int;
-- What was given back of an order.
create index sales_order_refund on sales_order (refunded_order_id) where refunded_order_id is not null;

-- The states an order went through since we know it.
create table order_state_change (
    order_id uuid not null,
    change_time timestamptz not null,
    state text not null,
    record_time timestamptz not null default now(),
    primary key (order_id, change_time, state)
);
