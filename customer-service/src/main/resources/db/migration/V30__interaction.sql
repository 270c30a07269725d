-- Behaviour of customers and messages to them. A partition a month of occurrence, made when first needed: newest-first
-- lists and "the last 90 days" read the newest ones alone, and an old month is dropped, not deleted.
create table interaction (
    -- Made of occur_time (UUID version 7), so that the id alone leads to the partition.
    id uuid not null,
    -- Null while it is unknown whose it is.
    customer_id uuid,
    anonymous_id text check (length(anonymous_id) between 1 and 200),
    -- The unknown_user it is of, while the customer is unknown or afterwards.
    user_id uuid,
    direction text not null check (direction in ('IN', 'OUT')),
    type text not null check (length(type) between 1 and 60),
    channel text not null default '' check (length(channel) <= 40),
    name text not null default '' check (length(name) <= 200),
    occur_time timestamptz not null,
    receive_time timestamptz not null default now(),
    product_id uuid,
    properties jsonb not null default '{}' check (jsonb_typeof(properties) = 'object'),
    message_id text not null default '' check (length(message_id) <= 200),
    delivery_state text check (delivery_state in
        ('QUEUED', 'SENT', 'FAILED', 'DELIVERED', 'BOUNCED', 'OPENED', 'CLICKED', 'ANSWERED')),
    -- State to time of the first report of it.
    deliveries jsonb not null default '{}',
    version bigint not null default 1 check (version > 0),
    primary key (occur_time, id),
    check ((direction = 'OUT') = (delivery_state is not null))
) partition by range (occur_time);
create index interaction_customer on interaction (customer_id, occur_time desc, id desc) where customer_id is not null;
-- Segments: of a customer, how many of a type since when.
create index interaction_type on interaction (customer_id, type, occur_time desc, id desc) where customer_id is not null;
create index interaction_anonymous on interaction (anonymous_id, occur_time desc, id desc) where anonymous_id is not null;
create index interaction_unknown_user on interaction (user_id) where user_id is not null and customer_id is null;
create index interaction_out_message on interaction (message_id) where direction = 'OUT';

-- Makes the partition of a month. It is attached, not created in place: that lets readers and writers go on.
create function add_interaction_month(month timestamptz) returns void language plpgsql as $$
declare
    first timestamptz := date_trunc('month', month, 'UTC');
    partition text := 'interaction_' || to_char(first at time zone 'UTC', 'YYYY_MM');
begin
    perform pg_advisory_xact_lock(hashtext('add_interaction_month'));
    if to_regclass(partition) is null then
        execute format('create table %I (like interaction including defaults including constraints)', partition);
        execute format('alter table interaction attach partition %I for values from (%L) to (%L)',
            partition, first, date_trunc('month', first + interval '32 days', 'UTC'));
    end if;
end $$;
select add_interaction_month(now() + i * interval '1 month') from generate_series(-13, 2) as i;

-- Message ids of the last weeks, as the first half of their SHA-256. A partition a week of receipt: old ids go with it.
create table interaction_message (
    message uuid not null,
    week date not null,
    primary key (message, week)
) partition by range (week);
create function add_interaction_week(day date) returns void language plpgsql as $$
declare
    monday date := date_trunc('week', day::timestamp)::date;
    partition text := 'interaction_message_' || to_char(monday, 'YYYY_MM_DD');
begin
    perform pg_advisory_xact_lock(hashtext('add_interaction_week'));
    if to_regclass(partition) is null then
        execute format('create table %I (like interaction_message)', partition);
        execute format('alter table interaction_message attach partition %I for values from (%L) to (%L)',
            partition, monday, monday + 7);
    end if;
end $$;
select add_interaction_week(now()::date + i * 7) from generate_series(0, 1) as i;

-- Visitors who said who they are.
create table visitor (
    anonymous_id text primary key,
    customer_id uuid not null,
    link_time timestamptz not null default now(),
    -- Whether the interactions from before have become the customer's.
    joined boolean not null default false
);
create index visitor_customer on visitor (customer_id);
create index visitor_to_join on visitor (link_time) where not joined;

-- Names that another system gave to somebody who is no customer yet.
create table unknown_user (
    id uuid primary key,
    namespace text not null,
    -- The name itself is not kept, as that of a customer.
    value_code uuid not null,
    -- Who it turned out to be.
    customer_id uuid,
    joined boolean not null default false,
    create_time timestamptz not null default now(),
    unique (namespace, value_code)
);
create index unknown_user_customer on unknown_user (customer_id) where customer_id is not null;
create index unknown_user_to_find on unknown_user (id) where customer_id is null;
create index unknown_user_to_join on unknown_user (id) where customer_id is not null and not joined;
