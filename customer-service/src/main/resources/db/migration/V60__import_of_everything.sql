-- Imports of every kind of record, tried out before, taken back after.
alter table import_job
    add column entity text not null default 'ORDERS',
    add column dry_run boolean not null default false,
    -- When a worker last took it up: who waited longest is next.
    add column turn_time timestamptz,
    add column cases bigint not null default 0,
    add column reverted_records bigint not null default 0,
    add column kept_records bigint not null default 0;
alter table import_job drop constraint import_job_state_check;
alter table import_job add constraint import_job_state_check check (state in
    ('WAITING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'REVERTING', 'REVERTED'));
drop index import_job_open;
create index import_job_open on import_job (coalesce(turn_time, create_time), id)
    where state in ('WAITING', 'RUNNING', 'REVERTING');
-- Rows that stand for one record each may be refused for several reasons, and a family of rows at once.
alter table import_rejection drop constraint import_rejection_pkey;
-- What stands in a rejected row may be of a person: value and reason are sealed, and those that lay open go.
delete from import_rejection;
alter table import_rejection drop column value, drop column reason, add column sealed bytea not null;
alter table import_rejection add column place bigint generated always as identity;
alter table import_rejection add primary key (import_id, line, place);

create table import_template (
    name text primary key check (name ~ '^[A-Za-z0-9._-]{1,64}$'),
    entity text not null,
    fields text[] not null,
    columns text[] not null,
    default_currency text not null,
    credit_note_prefix text not null,
    time_zone text not null,
    encoding text not null,
    delimiter text not null,
    customer_namespace text not null,
    create_time timestamptz not null,
    update_time timestamptz not null,
    version bigint not null default 1 check (version > 0)
);

-- What each import did, record by record, so that it can be taken back. Written by triggers, and only in a transaction
-- that says which import it belongs to.
create table import_change (
    import_id uuid not null,
    kind text not null,
    record_id uuid not null,
    place bigint generated always as identity,
    action text not null check (action in ('CREATED', 'CHANGED', 'DELETED')),
    -- Of the record after the change.
    version bigint,
    -- The row before the change; null when there was none.
    before jsonb,
    change_batch bigint not null default pg_current_xact_id()::text::bigint,
    primary key (import_id, kind, record_id, place)
);

-- Versions of records that are as an earlier version was, because an import between them was taken back.
create table import_restored (
    kind text not null,
    record_id uuid not null,
    version bigint not null,
    same_as bigint not null,
    primary key (kind, record_id, version)
);

create function import_created() returns trigger language plpgsql as $$
begin
    insert into import_change (import_id, kind, record_id, action, version)
    select current_setting('smartcrm.import_id')::uuid, tg_table_name, id, 'CREATED', version from new_rows;
    return null;
end $$;
create function import_changed() returns trigger language plpgsql as $$
begin
    insert into import_change (import_id, kind, record_id, action, version, before)
    select current_setting('smartcrm.import_id')::uuid, tg_table_name, old_rows.id, 'CHANGED', new_rows.version,
        to_jsonb(old_rows)
    from old_rows join new_rows on new_rows.id = old_rows.id;
    return null;
end $$;
create function import_deleted() returns trigger language plpgsql as $$
begin
    insert into import_change (import_id, kind, record_id, action, before)
    select current_setting('smartcrm.import_id')::uuid, tg_table_name, id, 'DELETED', to_jsonb(old_rows) from old_rows;
    return null;
end $$;
create function import_deleted_line() returns trigger language plpgsql as $$
begin
    insert into import_change (import_id, kind, record_id, action, before)
    select current_setting('smartcrm.import_id')::uuid, tg_table_name, order_id, 'DELETED', to_jsonb(old_rows)
    from old_rows;
    return null;
end $$;

create trigger import_created after insert on customer referencing new table as new_rows
    for each statement when (current_setting('smartcrm.import_id', true) <> '') execute function import_created();
create trigger import_changed after update on customer referencing old table as old_rows new table as new_rows
    for each statement when (current_setting('smartcrm.import_id', true) <> '') execute function import_changed();
create trigger import_deleted after delete on customer referencing old table as old_rows
    for each statement when (current_setting('smartcrm.import_id', true) <> '') execute function import_deleted();
create trigger import_created after insert on product referencing new table as new_rows
    for each statement when (current_setting('smartcrm.import_id', true) <> '') execute function import_created();
create trigger import_changed after update on product referencing old table as old_rows new table as new_rows
    for each statement when (current_setting('smartcrm.import_id', true) <> '') execute function import_changed();
create trigger import_created after insert on sales_order referencing new table as new_rows
    for each statement when (current_setting('smartcrm.import_id', true) <> '') execute function import_created();
create trigger import_changed after update on sales_order referencing old table as old_rows new table as new_rows
    for each statement when (current_setting('smartcrm.import_id', true) <> '') execute function import_changed();
create trigger import_deleted after delete on sales_order referencing old table as old_rows
    for each statement when (current_setting('smartcrm.import_id', true) <> '') execute function import_deleted();
create trigger import_deleted_line after delete on order_line referencing old table as old_rows
    for each statement when (current_setting('smartcrm.import_id', true) <> '') execute function import_deleted_line();
create trigger import_created after insert on support_case referencing new table as new_rows
    for each statement when (current_setting('smartcrm.import_id', true) <> '') execute function import_created();
create trigger import_changed after update on support_case referencing old table as old_rows new table as new_rows
    for each statement when (current_setting('smartcrm.import_id', true) <> '') execute function import_changed();
