-- What each order adds to the series below, so that a correction can take it back first.
create table demand_order (
    order_id uuid primary key,
    version bigint not null,
    kind text not null check (kind in ('SALE', 'REFUND', 'ADJUSTMENT')),
    day date not null,
    product_ids uuid[] not null,
    quantities numeric[] not null
);

-- The categories a product counts for: its path from the root and every beginning of it, joined by ' / '.
create table product (
    product_id uuid primary key,
    categories text[] not null,
    update_time timestamptz not null
);

-- Pieces sold and given back a day (UTC). Rows are counted up in place: pages keep room for that.
create table product_demand (
    product_id uuid not null,
    day date not null,
    sold numeric not null,
    returned numeric not null,
    primary key (product_id, day)
) with (fillfactor = 80);

create table category_demand (
    category text not null,
    day date not null,
    sold numeric not null,
    returned numeric not null,
    primary key (category, day)
) with (fillfactor = 50);

create table total_demand (
    day date primary key,
    sold numeric not null,
    returned numeric not null
) with (fillfactor = 50);

-- One row: events up to this time are in the series.
create table series_state (
    id smallint primary key check (id = 1),
    event_time timestamptz
);
insert into series_state (id) values (1);
