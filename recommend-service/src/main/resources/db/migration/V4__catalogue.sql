-- What recommendations are filtered by, and what texts are compared by; empty until the product's next event.
alter table product add column category text[] not null default '{}';
alter table product add column brand text not null default '';
-- Not exact: it only filters.
alter table product add column price double precision;
alter table product add column content text not null default '';
create index product_category on product using gin (category);
create index product_brand on product (brand) where brand <> '';
