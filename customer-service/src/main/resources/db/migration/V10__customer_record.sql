-- What segments, merging and row scope need to know of a customer.
alter table customer
    add column tags text[] not null default '{}',
    add column attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
    -- Which team serves the customer; empty: all of them.
    add column team text not null default '' check (length(team) <= 64),
    -- The customer this one turned out to be; null: itself.
    add column merged_into uuid references customer check (merged_into <> id);
create index customer_merged_into on customer (merged_into) where merged_into is not null;

-- What an attribute of a customer may hold.
create table attribute_definition (
    name text primary key check (name ~ '^[a-z][A-Za-z0-9_]{0,39}$'),
    type text not null check (type in ('TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'ENUMERATION')),
    description text not null default '' check (length(description) <= 500),
    -- Lists can be narrowed by it.
    indexed boolean not null default false,
    -- Limits by type: characters of a text, range of a number or a date (as text, empty for none), the choices.
    max_length int not null default 500 check (max_length between 1 and 2000),
    minimum text not null default '',
    maximum text not null default '',
    choices text[] not null default '{}',
    create_time timestamptz not null,
    update_time timestamptz not null,
    version bigint not null default 1 check (version > 0)
);
