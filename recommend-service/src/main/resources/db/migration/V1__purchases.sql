-- Ids become small numbers, so that facts are narrow and models index arrays by them. Numbers start at 1.
create sequence product_number as integer;
create table product (
    number integer primary key default nextval('product_number'),
    id text not null unique,
    -- Unknown until the product's own event has arrived.
    code text,
    name text,
    update_time timestamptz,
    withdrawn boolean not null default false
);

create sequence customer_number as integer;
create table customer (
    number integer primary key default nextval('customer_number'),
    id text not null unique
);

-- One row an order, as its highest version says; a correction replaces it whole. Products and quantities go in pairs;
-- quantities are below zero in a refund. Double precision and not numeric: fixed width, and nothing here is money.
create table purchase (
    order_id text primary key,
    version bigint not null,
    -- Null for a guest.
    customer integer,
    order_time timestamptz not null,
    products integer[] not null,
    quantities double precision[] not null
);
create index purchase_customer on purchase (customer);

-- How often the facts changed; a model knows the revision it was trained on.
create table feedback_progress (
    only_row boolean primary key default true check (only_row),
    revision bigint not null default 0,
    -- The latest event applied.
    event_time timestamptz,
    change_time timestamptz not null default now()
);
insert into feedback_progress default values;
