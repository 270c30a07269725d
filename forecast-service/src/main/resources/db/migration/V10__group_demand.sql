-- Where and how an order was placed; orders read before this was kept do not say.
alter table demand_order
    add column country text not null default '',
    add column channel text not null default '';

-- Pieces sold and given back a day (UTC) by country and by channel.
create table group_demand (
    kind text not null check (kind in ('COUNTRY', 'CHANNEL')),
    name text not null,
    day date not null,
    sold numeric not null,
    returned numeric not null,
    primary key (kind, name, day)
) with (fillfactor = 50);
