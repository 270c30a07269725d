-- What consent can be given for, and by which way customers can be reached.
create table consent_term (
    kind text not null check (kind in ('PURPOSE', 'CHANNEL')),
    name text not null check (name ~ '^[a-z][a-z0-9_]{0,39}$'),
    title text not null default '' check (length(title) <= 200),
    description text not null default '' check (length(description) <= 2000),
    active boolean not null default true,
    version bigint not null default 1,
    primary key (kind, name)
);
insert into consent_term (kind, name, title) values
    ('PURPOSE', 'marketing', 'Advertising'),
    ('PURPOSE', 'personalisation', 'Offers that fit the person'),
    ('PURPOSE', 'analytics', 'Analysis of behaviour'),
    ('CHANNEL', 'any', 'Every channel'),
    ('CHANNEL', 'email', 'E-mail'),
    ('CHANNEL', 'sms', 'Text message'),
    ('CHANNEL', 'phone', 'Telephone'),
    ('CHANNEL', 'push', 'Push message'),
    ('CHANNEL', 'post', 'Letter'),
    ('CHANNEL', 'web', 'Web site');

-- All that customers ever said, with its proof.
create table consent_record (
    id uuid primary key,
    customer_id uuid not null,
    purpose text not null,
    channel text not null,
    state text not null check (state in ('GRANTED', 'WITHDRAWN')),
    effective_time timestamptz not null,
    expire_time timestamptz check (expire_time > effective_time),
    source text not null check (length(source) between 1 and 100),
    text_version text not null default '' check (length(text_version) <= 100),
    evidence text not null default '' check (length(evidence) <= 200),
    record_time timestamptz not null
);
-- The same word told twice is one.
create unique index consent_record_word on consent_record (customer_id, purpose, channel, effective_time, state);
create index consent_record_time on consent_record (customer_id, record_time desc, id desc);

-- What they said last.
create table consent (
    customer_id uuid not null,
    purpose text not null,
    channel text not null,
    state text not null check (state in ('GRANTED', 'WITHDRAWN')),
    effective_time timestamptz not null,
    expire_time timestamptz,
    source text not null,
    text_version text not null,
    evidence text not null,
    record_time timestamptz not null,
    primary key (customer_id, purpose, channel)
);
-- Who allows a purpose: segments and contact.
create index consent_granted on consent (purpose, channel, customer_id) include (expire_time) where state = 'GRANTED';
select touches_customers('consent', 'touch_customers', '{insert,update,delete}');
