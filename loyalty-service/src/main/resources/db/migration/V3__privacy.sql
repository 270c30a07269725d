-- Customers who were erased: facts about them that are read again are facts about nobody.
create table erased_customer (
    customer_id text primary key,
    erasure_id text not null,
    erase_time timestamptz not null
);

-- Stored, but not scored.
create table restricted_customer (
    customer_id uuid primary key
);
create view scored_activity as
    select * from activity_summary summary
    where not exists (select from restricted_customer restricted where restricted.customer_id = summary.customer_id);
