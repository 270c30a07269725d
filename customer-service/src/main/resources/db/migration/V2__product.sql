create table product (
    id uuid primary key,
    code text not null unique check (length(code) between 1 and 100),
    name text not null default '' check (length(name) <= 500),
    category_path text[] not null default '{}' check (cardinality(category_path) <= 8),
    price numeric,
    currency text,
    create_time timestamptz not null,
    update_time timestamptz not null,
    version bigint not null default 1
);
create index product_category on product ((category_path[1]), code);
