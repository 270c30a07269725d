-- Customers who were erased: facts about them that are read again are facts about nobody.
create table erased_customer (
    customer_id text primary key,
    erasure_id text not null,
    erase_time timestamptz not null
);

-- Customers whose profile must not be used, with at least one reason.
create table customer_limit (
    customer_id text primary key,
    restricted boolean not null,
    not_by_profile boolean not null check (restricted or not_by_profile)
);
-- What models may learn from.
create view learnable_purchase as
    select * from purchase
    where customer is not null and not exists (
        select from customer_limit join customer on customer.id = customer_limit.customer_id
        where customer.number = purchase.customer);

-- Models of an earlier revision know somebody who was erased, and must not serve again once a new one is there.
alter table feedback_progress add column erasure_revision bigint not null default 0;
