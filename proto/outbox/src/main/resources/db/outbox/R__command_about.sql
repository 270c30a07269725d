-- Repeatable, so that it also runs in databases that are older than it. Answers are sealed: they may name persons; by their
-- ids they are found when somebody is erased.
alter table command
    drop column if exists response,
    add column if not exists sealed_response bytea,
    add column if not exists about uuid[] not null default '{}';
delete from command where sealed_response is null;
