-- Sealed by V12.
alter table customer
    drop column plain_name,
    drop column plain_email,
    drop column plain_phone,
    add check (country !~ '[[:cntrl:]]');
alter table customer_identity
    drop constraint customer_identity_pkey,
    drop column plain_value,
    alter column value set not null,
    alter column value_code set not null,
    add primary key (namespace, value_code);
create index customer_email on customer (email_code) where email_code is not null;
create index customer_phone on customer (phone_code) where phone_code is not null;
create index customer_name on customer using gin (name_codes);

-- Lists leave out who turned out to be another customer.
drop index customer_create_time;
drop index customer_country;
create index customer_create_time on customer (create_time desc, id desc) where merged_into is null;
create index customer_country on customer (country, create_time desc, id desc) where merged_into is null;
create index customer_team on customer (team, create_time desc, id desc) where merged_into is null;
create index customer_team_country on customer (team, country, create_time desc, id desc) where merged_into is null;

-- Each tag and each indexed attribute of a customer, in the order of the lists: so a list that is narrowed by one reads
-- its page from an index at any depth. The trigger keeps it, whoever writes the customer.
create table customer_facet (
    -- tag:vip or attribute:size=3
    facet text not null,
    team text not null,
    create_time timestamptz not null,
    customer_id uuid not null,
    primary key (facet, create_time, customer_id)
);
create index customer_facet_team on customer_facet (facet, team, create_time, customer_id);
create index customer_facet_customer on customer_facet (customer_id);

create function facets_of(seen customer) returns setof text language sql stable as $$
    select 'tag:' || tag from unnest(seen.tags) as tag
    union
    select 'attribute:' || name || '=' || (seen.attributes ->> name) from attribute_definition
    where indexed and seen.attributes ? name and length(seen.attributes ->> name) <= 200
$$;

create function keep_customer_facets() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        delete from customer_facet where customer_id = old.id;
    end if;
    if tg_op <> 'DELETE' and new.merged_into is null then
        insert into customer_facet (facet, team, create_time, customer_id)
        select facet, new.team, new.create_time, new.id from facets_of(new) as facet;
    end if;
    return null;
end
$$;
create trigger customer_facets_inserted after insert on customer for each row
    when (new.tags <> '{}' or new.attributes <> '{}') execute function keep_customer_facets();
create trigger customer_facets_updated after update of tags, attributes, team, merged_into on customer for each row
    when ((old.tags, old.attributes, old.team, old.merged_into)
        is distinct from (new.tags, new.attributes, new.team, new.merged_into))
    execute function keep_customer_facets();
create trigger customer_facets_deleted after delete on customer for each row
    when (old.tags <> '{}' or old.attributes <> '{}') execute function keep_customer_facets();

-- Who deletes a customer destroys the key, and with it whatever else was sealed.
create function destroy_data_key() returns trigger language plpgsql as $$
begin
    delete from data_key where customer_id = old.id;
    return null;
end
$$;
create trigger customer_key_destroyed after delete on customer for each row execute function destroy_data_key();

-- An attribute that becomes indexed, or is no longer.
create function keep_attribute_facets() returns trigger language plpgsql as $$
begin
    delete from customer_facet where facet like 'attribute:' || replace(new.name, '_', '\_') || '=%';
    if new.indexed then
        insert into customer_facet (facet, team, create_time, customer_id)
        select 'attribute:' || new.name || '=' || (attributes ->> new.name), team, create_time, id
        from customer
        where attributes ? new.name and merged_into is null and length(attributes ->> new.name) <= 200;
    end if;
    return null;
end
$$;
create trigger attribute_facets after update of indexed on attribute_definition for each row
    when (old.indexed <> new.indexed) execute function keep_attribute_facets();

-- What was written down about a customer; the text is sealed with the customer's key.
create table customer_note (
    id uuid primary key,
    customer_id uuid not null,
    author text not null check (length(author) <= 200),
    text bytea not null,
    create_time timestamptz not null
);
create index customer_note_customer on customer_note (customer_id, create_time desc, id desc);
