-- Whose order it is, empty for a guest; orders read before this was kept do not say.
alter table demand_order add column customer_id text not null default '';
-- What a customer who enters or leaves a segment takes along.
create index demand_order_customer on demand_order (customer_id) where customer_id <> '';

-- Who is in which segment now.
create table segment_member (
    customer_id text not null,
    segment_id uuid not null,
    primary key (customer_id, segment_id)
);

-- Of a segment: what those who are in it now bought, before they entered, too.
alter table group_demand
    drop constraint group_demand_kind_check,
    add constraint group_demand_kind_check check (kind in ('COUNTRY', 'CHANNEL', 'SEGMENT'));
alter table forecast_result
    drop constraint forecast_result_kind_check,
    add constraint forecast_result_kind_check
        check (kind in ('TOTAL', 'CATEGORY', 'PRODUCT', 'COUNTRY', 'CHANNEL', 'SEGMENT'));
