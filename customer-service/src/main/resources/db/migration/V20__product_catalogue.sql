-- What a shop tells of its products beside what orders show.
alter table product
    add column brand text not null default '' check (length(brand) <= 100),
    add column attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
    -- By language.
    add column names jsonb not null default '{}' check (jsonb_typeof(names) = 'object'),
    add column descriptions jsonb not null default '{}' check (jsonb_typeof(descriptions) = 'object'),
    add column list_price numeric check (list_price >= 0),
    add column list_currency text check ((list_currency is null) = (list_price is null)),
    add column status text not null default 'ACTIVE' check (status in ('ACTIVE', 'DISCONTINUED'));
create index product_brand on product (brand, code) where brand <> '';
create index product_discontinued on product (status, code) where status <> 'ACTIVE';

-- Every list price a product had, and since when; null when it lost it.
create table product_price_change (
    product_id uuid not null references product,
    change_time timestamptz not null,
    list_price numeric,
    list_currency text,
    primary key (product_id, change_time)
);
