create table customer (
    id uuid primary key,
    name text not null default '',
    email text not null default '',
    phone text not null default '',
    country text not null default '',
    create_time timestamptz not null,
    update_time timestamptz not null,
    version bigint not null default 1
);
create index customer_create_time on customer (create_time desc, id desc);
create index customer_country on customer (country, create_time desc, id desc);
create index customer_name on customer (lower(name) text_pattern_ops);

-- How other systems name a customer.
create table customer_identity (
    namespace text not null,
    value text not null,
    customer_id uuid not null references customer,
    primary key (namespace, value)
);
create index customer_identity_customer on customer_identity (customer_id);
