-- Letters that strategies ordered. The text is the shop's; what is personal is put in when it is sent, and kept nowhere.
create table letter (
    -- The action's: ordered twice is ordered once.
    action_id uuid primary key,
    customer_id uuid not null references customer,
    -- The purpose that the customer must have agreed to; empty for service.
    purpose text not null,
    subject text not null,
    body text not null,
    -- Empty for plain text alone.
    html text not null,
    -- What is put in, by its name.
    facts jsonb not null,
    state text not null check (state in ('DUE', 'SENT', 'FAILED', 'REFUSED')),
    outcome text not null default '',
    attempts integer not null default 0,
    -- Not before: the next attempt.
    due_time timestamptz not null,
    create_time timestamptz not null default now(),
    end_time timestamptz
);
create index letter_due on letter (due_time) where state = 'DUE';
create index letter_customer on letter (customer_id);
