-- How good the data is, a report a day.
create table quality_report (
    day date primary key,
    create_time timestamptz not null,
    customers bigint not null,
    -- How figures are spread over customers, as JSON: read whole, never searched.
    spreads jsonb not null
);
create table quality_measure (
    field text not null,
    dimension text not null,
    day date not null references quality_report on delete cascade,
    good bigint not null,
    total bigint not null,
    primary key (field, dimension, day)
);
create index quality_measure_day on quality_measure (day);
