-- Calls that were made, until the chainer has taken them: the request path only appends here.
create table audit_waiting (
    id uuid primary key,
    place bigint generated always as identity,
    entry_time timestamptz not null,
    subject text not null,
    user_name text not null,
    roles text[] not null,
    rpc text not null,
    change boolean not null,
    resource_kind text not null,
    resource_id text not null,
    customer_id text not null,
    changed_fields text[] not null,
    query_shape text not null,
    row_count bigint not null,
    purpose text not null,
    outcome text not null,
    trace_id text not null,
    request_id text not null
);
create index audit_waiting_place on audit_waiting (place);

-- The chain: each hash covers the entry and the hash before it. No value of a field, no name of a customer.
create table audit_entry (
    sequence bigint primary key,
    id uuid not null unique,
    entry_time timestamptz not null,
    subject text not null,
    user_name text not null,
    roles text[] not null,
    rpc text not null,
    change boolean not null,
    resource_kind text not null,
    resource_id text not null,
    customer_id text not null,
    changed_fields text[] not null,
    query_shape text not null,
    row_count bigint not null,
    purpose text not null,
    outcome text not null,
    trace_id text not null,
    request_id text not null,
    hash text not null
);
create index audit_entry_time on audit_entry (entry_time desc, id desc);
create index audit_entry_user on audit_entry (user_name, entry_time desc, id desc);
create index audit_entry_customer on audit_entry (customer_id, entry_time desc, id desc) where customer_id <> '';
create index audit_entry_rpc on audit_entry (rpc, entry_time desc, id desc);

-- The end of the chain: what is cut off there is missed.
create table audit_head (
    single boolean primary key default true check (single),
    sequence bigint not null,
    hash text not null
);
insert into audit_head (sequence, hash) values (0, repeat('0', 64));

-- The chain as it stood each day; published too, so that a copy is where nobody here can change it.
create table audit_anchor (
    sequence bigint primary key,
    hash text not null,
    anchor_time timestamptz not null
);

-- Whoever wants to change the log must first take this away, which no part of the service does.
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is only appended to';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_is_append_only();
create trigger audit_anchor_append_only before update or delete or truncate on audit_anchor
    for each statement execute function audit_is_append_only();
