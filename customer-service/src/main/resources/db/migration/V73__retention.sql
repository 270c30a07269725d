-- How long records of a kind are kept.
create table retention_rule (
    id uuid primary key,
    kind text not null,
    age_days int not null check (age_days between 1 and 36500),
    active boolean not null,
    create_time timestamptz not null
);

-- A rule being applied.
create table retention_run (
    id uuid primary key,
    rule_id uuid not null references retention_rule on delete cascade,
    state text not null check (state in ('WAITING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    before_time timestamptz not null,
    total_records bigint not null default 0,
    done_records bigint not null default 0,
    cancel_requested boolean not null default false,
    create_time timestamptz not null,
    end_time timestamptz,
    failure text not null default ''
);
create index retention_run_rule on retention_run (rule_id, create_time desc);
create index retention_run_open on retention_run (create_time) where state in ('WAITING', 'RUNNING');
-- Rejected rows by the age of their import.
create index import_job_end_time on import_job (end_time) where end_time is not null;

-- What nobody looks at any more is not kept for ever, unless an administrator says otherwise.
insert into retention_rule (id, kind, age_days, active, create_time)
values ('00000000-0000-7000-8000-000000000001', 'IMPORT_REJECTION', 90, true, now());
