-- Promotions (with a last day) and prices (that hold until the next) of everything, of a category or of a product.
create table plan_entry (
    id uuid primary key,
    scope text not null check (scope in ('TOTAL', 'CATEGORY', 'PRODUCT')),
    name text not null,
    first_day date not null,
    last_day date check (last_day >= first_day),
    price float8 check (price > 0),
    note text not null,
    principal text not null,
    create_time timestamptz not null,
    check ((last_day is null) <> (price is null))
);

-- What concerns a series, and what is listed of a scope.
create index plan_entry_scope on plan_entry (scope, name, id);
-- One price of a scope from a day on.
create unique index plan_entry_price on plan_entry (scope, name, first_day) where price is not null;
