-- Who was anonymised, a batch a row: kept for ever, so that it stays so. No personal data, only our ids.
create table anonymisation (
    id uuid primary key,
    customers uuid[] not null,
    purpose text not null check (length(purpose) between 1 and 200),
    anonymise_time timestamptz not null
);
