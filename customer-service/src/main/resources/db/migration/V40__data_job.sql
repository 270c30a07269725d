-- Work over all customers in the background, and how far it is: committed together with what it did.
create table data_job (
    id uuid primary key,
    kind text not null check (kind in ('CLEANING', 'CLEANING_UNDO', 'DUPLICATES', 'QUALITY_REPORT')),
    state text not null check (state in ('WAITING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    cancel_requested boolean not null default false,
    parameters jsonb not null,
    -- Where to go on after a crash, in the kind's own words.
    position text not null default '',
    done bigint not null default 0,
    total bigint not null default 0,
    counts jsonb not null default '{}',
    failure text not null default '',
    create_time timestamptz not null,
    start_time timestamptz,
    end_time timestamptz,
    -- Who asked, and the name of the command: a repeated command gets the same job.
    principal text not null,
    request_id text not null
);
create index data_job_create_time on data_job (create_time desc, id desc);
create index data_job_open on data_job (create_time, id) where state in ('WAITING', 'RUNNING');
create unique index data_job_request on data_job (principal, request_id) where request_id <> '';
