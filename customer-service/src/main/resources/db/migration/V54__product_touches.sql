-- Only a product that changed what segments ask for touches customers; a transition table read every product of an import
-- to find that out.
drop trigger if exists touch_update on product;

create or replace function touch_products() returns trigger language plpgsql as $$
begin
    insert into customer_touched (customer_id, source) values (null, tg_table_name);
    return null;
end $$;

create trigger touch_change after update on product for each row
when (old.category_path is distinct from new.category_path or old.brand is distinct from new.brand)
execute function touch_products();
