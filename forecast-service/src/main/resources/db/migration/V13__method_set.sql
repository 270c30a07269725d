-- What a promoted method is chosen beside, none for those that suit a series; and what was known when it was promoted.
alter table forecast_champion
    add column candidates text[] not null default '{}',
    add column code_version text not null default '',
    add column data_time timestamptz;

-- By which promotion a run got its method; null where somebody named it.
alter table forecast_run add column method_version int;
