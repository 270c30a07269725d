-- Forecasts of all series as jobs.
create table forecast_run (
    id uuid primary key,
    state text not null check (state in ('WAITING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    horizon int not null,
    reconciliation text not null,
    method text not null,
    code_version text not null,
    first_week date,
    data_time timestamptz,
    done bigint not null default 0,
    total bigint not null default 0,
    create_time timestamptz not null,
    start_time timestamptz,
    end_time timestamptz,
    failure text not null default '',
    cancel_requested boolean not null default false,
    principal text not null,
    request_id text not null
);

-- The same request starts no second run.
create unique index forecast_run_request on forecast_run (principal, request_id) where request_id <> '';
-- What a worker looks for.
create index forecast_run_open on forecast_run (id) where state in ('WAITING', 'RUNNING');

-- What a run expects, an element a week; base before it was made to add up.
create table forecast_result (
    run_id uuid not null references forecast_run (id) on delete cascade,
    kind text not null check (kind in ('TOTAL', 'CATEGORY', 'PRODUCT', 'COUNTRY', 'CHANNEL')),
    name text not null,
    method text not null,
    base float8[] not null,
    mean float8[] not null,
    lower80 float8[] not null,
    upper80 float8[] not null,
    lower95 float8[] not null,
    upper95 float8[] not null,
    primary key (run_id, kind, name)
);
