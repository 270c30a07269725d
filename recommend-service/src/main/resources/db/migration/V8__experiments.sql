-- Ways to recommend that are compared; variants, shares and weights go together, the first variant is the control.
create table experiment (
    id uuid primary key,
    name text not null unique,
    scenario text not null,
    variants text[] not null,
    shares double precision[] not null,
    weights text[] not null,
    create_time timestamptz not null,
    start_time timestamptz,
    stop_time timestamptz check (stop_time is null or start_time is not null)
);
create index experiment_create_time on experiment (create_time desc, id desc);
-- One runs at a time in each scenario.
create unique index experiment_running on experiment (scenario) where start_time is not null and stop_time is null;

-- Who was given a list of which variant, and when for the first time.
create table exposure (
    experiment uuid not null references experiment on delete cascade,
    customer_id text not null,
    variant text not null,
    first_time timestamptz not null,
    primary key (experiment, customer_id)
);
create index exposure_customer on exposure (customer_id);
