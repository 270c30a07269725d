-- A list on its way into a file, of one principal.
create table export_job (
    id uuid primary key,
    list text not null,
    format text not null check (format in ('CSV', 'NDJSON')),
    gzip boolean not null,
    filter bytea not null,
    -- Whose customers the principal might see when asking; null: all.
    teams text[],
    principal text not null,
    state text not null check (state in ('WAITING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'EXPIRED')),
    written_rows bigint not null default 0,
    total_bytes bigint not null default 0,
    failure text not null default '',
    create_time timestamptz not null,
    start_time timestamptz,
    end_time timestamptz,
    expire_time timestamptz
);
create index export_job_principal on export_job (principal, create_time desc, id desc);
create index export_job_open on export_job (create_time, id) where state in ('WAITING', 'RUNNING');
create index export_job_expire on export_job (expire_time) where state = 'SUCCEEDED';
