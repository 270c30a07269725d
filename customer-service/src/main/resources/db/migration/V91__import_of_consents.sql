-- Words on consents come in files too.
alter table import_job add column consents bigint not null default 0;

-- The journal of records that nobody ever changes.
create function import_told_once() returns trigger language plpgsql as $$
begin
    insert into import_change (import_id, kind, record_id, action, version)
    select current_setting('smartcrm.import_id')::uuid, tg_table_name, id, 'CREATED', 1 from new_rows;
    return null;
end $$;
create trigger import_created after insert on consent_record referencing new table as new_rows
    for each statement when (current_setting('smartcrm.import_id', true) <> '') execute function import_told_once();
