-- Which order was given back, so that results count what is left of orders.
alter table activity_order add column refunded_order_id uuid;
update activity_order refund set refunded_order_id = told.refunded_order_id
from points_order told where told.order_id = refund.order_id and told.refunded_order_id is not null;
create index activity_order_refund on activity_order (refunded_order_id) where refunded_order_id is not null;
-- Refunds that name no order count for their customer.
create index activity_order_given_back on activity_order (customer_id, order_time)
    where kind = 'REFUND' and refunded_order_id is null;
