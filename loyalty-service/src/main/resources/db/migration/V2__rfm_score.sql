-- Made anew with each scoring and put in place whole (RfmScoring); change both when you change one.
create table rfm_score (
    customer_id uuid not null,
    last_order_time timestamptz not null,
    recency_days integer not null,
    frequency bigint not null,
    currency_code text not null,
    monetary_minor_units bigint not null,
    recency_score smallint not null,
    frequency_score smallint not null,
    monetary_score smallint not null,
    -- Compared byte by byte: the order of segments means nothing, and the index is made in half the time.
    segment text collate "C" not null,
    score_time timestamptz not null,
    constraint rfm_score_pkey primary key (customer_id)
);
-- The list of one segment by customer id.
create index rfm_score_segment on rfm_score (segment, customer_id);

-- Which activity the scores hold.
create table rfm_scoring (
    single boolean primary key default true check (single),
    changes bigint not null default 0,
    event_time timestamptz,
    -- The latest order known: the day that recency counts back from. Null before the first scoring.
    score_time timestamptz
);
insert into rfm_scoring default values;

create table rfm_segment (
    segment text primary key,
    customers bigint not null,
    mean_recency_days double precision not null,
    mean_frequency double precision not null
);

create table rfm_segment_monetary (
    segment text not null references rfm_segment,
    currency_code text not null,
    minor_units bigint not null,
    primary key (segment, currency_code)
);
