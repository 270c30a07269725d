-- What the knowledge graph is read from: name and descriptions in all languages, the name first, and what attributes say,
-- each as name, unit separator, value. Empty until the product's next event.
alter table product add column texts text[] not null default '{}';
alter table product add column attributes text[] not null default '{}';
-- The revision of the catalogue that changed any of this last.
alter table product add column change_revision bigint not null default 0;
create index product_change on product (change_revision);

create table catalogue_progress (
    only_row boolean primary key default true check (only_row),
    revision bigint not null default 0,
    change_time timestamptz not null default now()
);
insert into catalogue_progress default values;

-- The nodes that are no products; the id tells type and normal name, so that it outlives the row.
create table entity (
    id text primary key,
    type text not null,
    name text not null,
    products integer not null default 0
);
create index entity_listing on entity (products desc, id);
create index entity_listing_of_type on entity (type, products desc, id);

create table entity_alias (
    entity text not null references entity on delete cascade,
    words text not null,
    origin text not null,
    reliability double precision not null,
    primary key (entity, words)
);
create index entity_alias_words on entity_alias (lower(words) text_pattern_ops);

-- The edges from products.
create table product_fact (
    product integer not null,
    entity text not null references entity,
    relation text not null,
    confidence real not null check (confidence > 0 and confidence <= 1),
    evidence text not null,
    words text not null,
    primary key (product, entity, relation)
);
create index product_fact_entity on product_fact (entity, confidence desc, product);

-- The edges between entities; support counts products or orders, never customers.
create table entity_relation (
    entity text not null references entity on delete cascade,
    relation text not null,
    other text not null references entity on delete cascade,
    support integer not null,
    -- How many times as often as by chance; 1 where that is not the question.
    lift double precision not null,
    primary key (entity, relation, other)
);

create table knowledge_progress (
    only_row boolean primary key default true check (only_row),
    -- Of the catalogue, up to which products were read, and at which the words were learned.
    read_revision bigint not null default -1,
    learn_revision bigint not null default -1,
    read_time timestamptz not null default '-infinity',
    -- Of the feedback, from which companions were counted.
    feedback_revision bigint not null default -1,
    relate_time timestamptz not null default '-infinity'
);
insert into knowledge_progress default values;
