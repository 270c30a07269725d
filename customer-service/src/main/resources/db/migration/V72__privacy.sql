-- What may not be done with a customer's data.
create table processing_limit (
    customer_id uuid primary key,
    restricted boolean not null,
    not_by_profile boolean not null,
    reason text not null check (length(reason) <= 500),
    update_time timestamptz not null,
    version bigint not null default 1
);

-- Who was forgotten: kept for ever, so that it stays so. No personal data, only our ids.
create table erasure (
    id uuid primary key,
    customer_id uuid not null,
    merged_ids uuid[] not null,
    reason text not null check (length(reason) between 1 and 500),
    requested_by text not null,
    request_time timestamptz not null,
    complete_time timestamptz,
    receipt text not null default '',
    receipt_hash text not null default ''
);
create index erasure_request_time on erasure (request_time desc, id desc);
create index erasure_open on erasure (request_time) where complete_time is null;

-- Which services must answer, and when they did.
create table erasure_service (
    erasure_id uuid not null references erasure,
    service text not null,
    done_time timestamptz,
    primary key (erasure_id, service)
);
create table erasure_count (
    erasure_id uuid not null references erasure,
    service text not null,
    part text not null,
    records bigint not null,
    primary key (erasure_id, service, part)
);
