-- What the multiplicative score measures against: the 99th percentile of those who pay in a currency, at the last scoring.
create table rfm_maximum (
    currency_code text primary key,
    recency_days bigint not null,
    frequency bigint not null,
    monetary_minor_units bigint not null
);
