-- The tone of what a customer wrote in a service case: -1 is angry, 1 is content.
create table case_sentiment (
    case_id uuid primary key,
    customer_id uuid,
    score real not null check (score between -1 and 1),
    -- Messages of the customer that were read.
    message_count int not null,
    compute_time timestamptz not null
);
create index case_sentiment_customer on case_sentiment (customer_id);
