create table product (
    id uuid primary key,
    code text not null unique,
    name text not null default '',
    category_path text[] not null default '{}',
    price numeric,
    currency text,
    create_time timestamptz not null,
    update_time timestamptz not null,
    version bigint not null default 1
);
create index product_category on product ((category_path[1]), code);
