-- Customers of whom something changed, and by which table, until what follows from it is known. Triggers write it, so that
-- no way of writing can forget to; without a customer: products changed what they are.
create table customer_touched (
    id bigint generated always as identity primary key,
    customer_id uuid,
    source text not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

create function touch_customers() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into customer_touched (customer_id, source)
        select distinct customer_id, tg_table_name from new_rows where customer_id is not null;
    elsif tg_op = 'DELETE' then
        insert into customer_touched (customer_id, source)
        select distinct customer_id, tg_table_name from old_rows where customer_id is not null;
    else
        insert into customer_touched (customer_id, source)
        select customer_id, tg_table_name
        from (select customer_id from new_rows union select customer_id from old_rows) as changed
        where customer_id is not null;
    end if;
    return null;
end $$;

create function touch_customers_themselves() returns trigger language plpgsql as $$
begin
    insert into customer_touched (customer_id, source) select id, tg_table_name from new_rows;
    return null;
end $$;

create function touch_products() returns trigger language plpgsql as $$
begin
    if exists (
        select from new_rows join old_rows using (id)
        where new_rows.category_path <> old_rows.category_path
            or to_jsonb(new_rows) -> 'brand' is distinct from to_jsonb(old_rows) -> 'brand'
    ) then
        insert into customer_touched (customer_id, source) values (null, tg_table_name);
    end if;
    return null;
end $$;

-- Has the table tell whom its changes touch; asked again it does nothing.
create function touches_customers(name text, function text, events text[]) returns void language plpgsql as $$
declare
    event text;
    transitions text;
begin
    if to_regclass(name) is null then
        return;
    end if;
    foreach event in array events loop
        transitions := case event
            when 'insert' then 'new table as new_rows'
            when 'delete' then 'old table as old_rows'
            else 'old table as old_rows new table as new_rows' end;
        execute format('create or replace trigger touch_%s after %s on %I referencing %s for each statement execute function %I()',
            event, event, name, transitions, function);
    end loop;
end $$;
