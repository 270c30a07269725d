-- Where each buyer stands in life. A purchase makes it due at once, silence when the next state begins.
create table lifecycle_standing (
    customer_id uuid primary key,
    -- Null until it was looked at.
    state text,
    since timestamptz,
    due_time timestamptz not null
) with (fillfactor = 80);
create index lifecycle_standing_due on lifecycle_standing (due_time);
insert into lifecycle_standing (customer_id, due_time) select customer_id, '-infinity' from activity_summary;

-- What customers passed through since they are watched.
create table lifecycle_transition (
    customer_id uuid not null,
    change_time timestamptz not null,
    from_state text not null,
    to_state text not null,
    notice_time timestamptz not null default now(),
    primary key (customer_id, change_time, to_state)
);
-- What happened in a time.
create index lifecycle_transition_time on lifecycle_transition (change_time);

-- What customers agreed to, as far as it is valid now.
create table customer_consent (
    customer_id uuid not null,
    purpose text not null,
    channel text not null,
    granted boolean not null,
    effective_time timestamptz not null,
    -- Null: until it is withdrawn.
    expire_time timestamptz,
    primary key (customer_id, purpose, channel)
);

-- Who objects to being chosen by what is known of them.
create table unprofiled_customer (
    customer_id uuid primary key
);

-- Who is in which segment of customer-service.
create table segment_member (
    segment_id uuid not null,
    customer_id uuid not null,
    enter_time timestamptz not null,
    primary key (segment_id, customer_id)
);
create index segment_member_customer on segment_member (customer_id);
-- Who entered in a time.
create index segment_member_time on segment_member (segment_id, enter_time);

create table strategy (
    id uuid primary key,
    name text not null,
    version bigint not null,
    state text not null check (state in ('DRAFT', 'ACTIVE', 'PAUSED')),
    pause_reason text not null default '',
    -- What it waits for, so that what happens is noted only while somebody does.
    listens text not null,
    priority integer not null,
    exclusion_group text,
    -- Most customers for whom something is done within 24 hours.
    reach bigint not null,
    -- Decisions so far, of all versions.
    decisions bigint not null default 0,
    activate_time timestamptz,
    create_time timestamptz not null,
    update_time timestamptz not null,
    etag bigint not null
);
create unique index strategy_name on strategy (lower(name));
create index strategy_listens on strategy (listens) where state = 'ACTIVE';

create table strategy_version (
    strategy_id uuid not null references strategy,
    version bigint not null,
    -- A StrategyDefinition of the contract.
    definition bytea not null,
    author text not null,
    create_time timestamptz not null,
    primary key (strategy_id, version)
);

-- What happened to customers and is to be decided on.
create table strategy_occasion (
    id bigint generated always as identity primary key,
    kind text not null,
    -- The one strategy that it concerns; null for all that listen.
    strategy_id uuid,
    customer_id uuid not null,
    -- The same for the same thing, however often it is told.
    name text not null,
    occur_time timestamptz not null,
    from_name text not null default '',
    to_name text not null default '',
    -- Minor units of an order; null without one.
    amount bigint
);

-- What was decided: something is done, or nothing to see what difference it makes.
create table strategy_decision (
    id uuid primary key,
    strategy_id uuid not null references strategy,
    version bigint not null,
    customer_id uuid not null,
    occasion text not null,
    held_out boolean not null,
    contact boolean not null,
    decide_time timestamptz not null
);
-- Nothing is decided twice.
create unique index strategy_decision_once on strategy_decision (strategy_id, customer_id, occasion);
-- How often a strategy served somebody, and whom it served in a time.
create index strategy_decision_customer on strategy_decision (customer_id, decide_time);
create index strategy_decision_time on strategy_decision (strategy_id, decide_time);

-- Why nothing was decided, by day.
create table strategy_pass (
    strategy_id uuid not null references strategy,
    day date not null,
    reason text not null,
    customers bigint not null,
    primary key (strategy_id, day, reason)
);

create table strategy_action (
    id uuid primary key,
    decision_id uuid not null references strategy_decision,
    position integer not null,
    strategy_id uuid not null,
    version bigint not null,
    customer_id uuid not null,
    kind text not null,
    state text not null check (state in ('DUE', 'DONE', 'FAILED', 'CANCELLED')),
    outcome text not null default '',
    attempts integer not null default 0,
    -- Not before: the end of quiet hours, or the next attempt.
    due_time timestamptz not null,
    create_time timestamptz not null,
    end_time timestamptz,
    cost_minor_units bigint not null,
    points bigint not null,
    unique (decision_id, position)
);
create index strategy_action_due on strategy_action (due_time) where state = 'DUE';
create index strategy_action_customer on strategy_action (customer_id, id);
create index strategy_action_strategy on strategy_action (strategy_id, id);

-- Runs by the clock: one for each time that a strategy was due.
create table strategy_run (
    strategy_id uuid not null references strategy,
    slot_time timestamptz not null,
    -- The last customer looked at.
    after_customer uuid not null default '00000000-0000-0000-0000-000000000000',
    counted boolean not null default false,
    done boolean not null default false,
    primary key (strategy_id, slot_time)
);
create index strategy_run_open on strategy_run (slot_time) where not done;

-- Who is beyond a threshold that a strategy watches.
create table strategy_crossed (
    strategy_id uuid not null references strategy,
    customer_id uuid not null,
    primary key (strategy_id, customer_id)
);
-- For which version, and which time of activity, those who were beyond from the start are known.
create table strategy_crossing (
    strategy_id uuid primary key references strategy,
    version bigint not null,
    since timestamptz
);

create table customer_offer (
    -- The action's.
    id uuid primary key,
    strategy_id uuid not null,
    customer_id uuid not null,
    slot text not null,
    title text not null,
    text text not null,
    products uuid[] not null,
    start_time timestamptz not null,
    end_time timestamptz not null
);
create index customer_offer_customer on customer_offer (customer_id, end_time);

create table customer_birthday (
    customer_id uuid primary key,
    birthday date not null
);

-- Which ratings came in a time.
create index case_rating_time on case_rating (rate_time);
