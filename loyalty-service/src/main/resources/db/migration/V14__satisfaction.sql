-- Ratings of support cases, 1 to 5.
create table case_rating (
    case_id uuid primary key,
    version bigint not null,
    customer_id uuid not null,
    satisfaction smallint not null,
    rate_time timestamptz not null
);
-- A customer's ratings, the latest first.
create index case_rating_customer on case_rating (customer_id, rate_time desc);
