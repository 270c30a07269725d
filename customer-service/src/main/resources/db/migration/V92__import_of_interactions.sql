-- Interactions come in files too; the id of one leads to its partition.
alter table import_job add column interactions bigint not null default 0;
create trigger import_created after insert on interaction referencing new table as new_rows
    for each statement when (current_setting('smartcrm.import_id', true) <> '') execute function import_told_once();
