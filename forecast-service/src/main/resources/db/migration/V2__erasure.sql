-- Customers who were erased: facts about them that are read again are facts about nobody.
create table erased_customer (
    customer_id text primary key,
    erasure_id text not null,
    erase_time timestamptz not null
);
