-- Which method forecasts when nobody names one, and which did before; the highest version holds.
create table forecast_champion (
    version int primary key check (version > 0),
    method text not null,
    note text not null,
    restored_version int,
    principal text not null,
    request_id text not null,
    promote_time timestamptz not null
);

-- The same request promotes once.
create unique index forecast_champion_request on forecast_champion (principal, request_id) where request_id <> '';
