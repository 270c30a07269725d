-- Somebody went back to an older model: no training by itself until one is asked for.
create table model_hold (
    only_row boolean primary key default true check (only_row),
    hold_time timestamptz not null default clock_timestamp()
);
