-- Events that are true but not yet on Kafka; the relay deletes what it has published.
create sequence outbox_id increment 1;
create table outbox (
    id bigint primary key default nextval('outbox_id'),
    event_id uuid not null,
    topic text not null,
    key text not null,
    type text not null,
    payload bytea,
    event_time timestamptz not null default now(),
    trace_parent text,
    -- Why a consumer could not apply it; only in dead letters.
    dead_letter_reason text
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- Events that were applied, so that a second delivery changes nothing.
create table inbox (
    event_id uuid primary key,
    receive_time timestamptz not null default now()
);
create index inbox_receive_time on inbox (receive_time);

-- Commands that were answered, so that a repeated one gets the same answer.
create table command (
    principal text not null,
    request_id text not null,
    request_hash bytea not null,
    response bytea,
    create_time timestamptz not null default now(),
    primary key (principal, request_id)
);
create index command_create_time on command (create_time);
