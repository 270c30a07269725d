-- The limits are those of the records that read these rows: what is stored can be shown, whoever wrote it.
create table customer (
    id uuid primary key,
    name text not null default '' check (length(name) <= 200),
    email text not null default '' check (length(email) <= 254 and (email = '' or email ~ '^[^@ ]+@[^@ ]+\.[^@ ]+$')),
    phone text not null default '' check (length(phone) <= 40),
    country text not null default '' check (country = '' or length(country) between 2 and 60),
    create_time timestamptz not null,
    update_time timestamptz not null,
    version bigint not null default 1 check (version > 0),
    check (name || email || phone || country !~ '[[:cntrl:]]')
);
create index customer_create_time on customer (create_time desc, id desc);
create index customer_country on customer (country, create_time desc, id desc);
create index customer_name on customer (lower(name) text_pattern_ops);

-- How other systems name a customer.
create table customer_identity (
    namespace text not null check (length(namespace) between 1 and 64 and namespace not like '%:%'),
    value text not null check (length(value) between 1 and 200),
    customer_id uuid not null references customer,
    primary key (namespace, value)
);
create index customer_identity_customer on customer_identity (customer_id);
