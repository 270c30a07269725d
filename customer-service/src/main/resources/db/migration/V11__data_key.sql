-- Personal data is sealed with a key for each customer, which is wrapped by a key that the database does not hold. Written
-- only together with its customer, by the one place that writes customers: no foreign key on the bulk path.
create table data_key (
    customer_id uuid primary key,
    -- Which key-encryption key wrapped it.
    key_version int not null,
    wrapped bytea not null
);

-- V12 seals what these columns hold in plain.
drop index customer_name;
alter table customer rename column name to plain_name;
alter table customer rename column email to plain_email;
alter table customer rename column phone to plain_phone;
alter table customer
    add column name bytea,
    add column email bytea,
    add column phone bytea,
    -- Blind indexes: of the whole text, and of the beginnings of a name's words.
    add column email_code uuid,
    add column phone_code uuid,
    add column name_codes bigint[];

alter table customer_identity rename column value to plain_value;
alter table customer_identity add column value bytea, add column value_code uuid;
