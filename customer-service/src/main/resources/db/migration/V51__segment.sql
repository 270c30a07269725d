create table segment (
    id uuid primary key,
    name text not null check (length(name) between 1 and 100),
    description text not null default '' check (length(description) <= 1000),
    kind text not null check (kind in ('LIVE', 'STATIC')),
    definition text not null check (octet_length(definition) <= 20000),
    definition_version bigint not null default 1,
    -- A deleted one waits until its members have left.
    state text not null check (state in ('WAITING', 'READY', 'FAILED', 'DELETED')),
    failure text not null default '',
    member_count bigint not null default 0,
    -- When all customers were last evaluated.
    evaluate_time timestamptz,
    -- Until when it is known whom time alone made enter or leave.
    follow_time timestamptz,
    -- Products changed what they are: all customers are to be evaluated again, some time.
    stale boolean not null default false,
    create_time timestamptz not null,
    update_time timestamptz not null,
    version bigint not null default 1
);
create unique index segment_name on segment (lower(name)) where state <> 'DELETED';
create index segment_create_time on segment (create_time desc, id desc);

create table segment_member (
    segment_id uuid not null references segment,
    customer_id uuid not null,
    enter_time timestamptz not null,
    primary key (segment_id, customer_id)
);
create index segment_member_customer on segment_member (customer_id);
