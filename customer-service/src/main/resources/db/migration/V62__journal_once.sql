-- The row before an import counts, not those between its batches: of a record that the import touched before, only a new
-- version is written down.
create or replace function import_changed() returns trigger language plpgsql as $$
declare
    import uuid := current_setting('smartcrm.import_id')::uuid;
begin
    insert into import_change (import_id, kind, record_id, action, version, before)
    select import, tg_table_name, old_rows.id, 'CHANGED', new_rows.version,
        case when earlier.record_id is null then to_jsonb(old_rows) end
    from old_rows join new_rows on new_rows.id = old_rows.id
    left join lateral (select record_id from import_change
        where import_id = import and kind = tg_table_name and record_id = old_rows.id limit 1) earlier on true
    where earlier.record_id is null or new_rows.version <> old_rows.version;
    return null;
end $$;
