-- What the journal of imports keeps of a person goes with the person: found by the record, or by its customer.
create index import_change_before on import_change (record_id) where before is not null;
create index import_change_customer on import_change ((before ->> 'customer_id'))
    where before ->> 'customer_id' is not null;

-- Of those who were forgotten before.
update import_change set before = jsonb_build_object('version', before -> 'version')
where kind = 'customer' and before is not null
    and not exists (select from customer where id = record_id and anonymise_time is null);
update import_change set before = jsonb_build_object('version', before -> 'version')
where kind = 'support_case' and before is not null and not exists (
    select from customer where id = (before ->> 'customer_id')::uuid and anonymise_time is null);
update import_change set before = before || '{"customer_id": null}'
where kind = 'sales_order' and before ->> 'customer_id' is not null
    and not exists (select from customer where id = (before ->> 'customer_id')::uuid);
