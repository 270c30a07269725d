-- What rules ask about products.
create table product_category (
    product_id uuid primary key,
    -- Its path from the root, such as Home/Kitchen; empty when nobody said.
    category text not null,
    update_time timestamptz not null
);

alter table earning_rule add column categories text[] not null default '{}';

-- Orders of which a rule asked for categories before all their products were known, as rules were asked about them.
create table waiting_order (
    order_id uuid primary key references points_order,
    channel text not null,
    segment text,
    tier text,
    product_ids uuid[] not null,
    minor_units bigint[] not null
);
-- The orders that wait for a product.
create index waiting_order_product on waiting_order using gin (product_ids);
