-- The customer that a customer finally turned out to be, over any number of merges; itself when it was never merged.
create function survivor_of(told uuid) returns uuid language sql stable as $$
    with recursive line as (
        select id, merged_into from customer where id = told
        union all
        select customer.id, customer.merged_into from line join customer on customer.id = line.merged_into
    )
    select id from line where merged_into is null
$$;
