-- What imports remember at the things they tell, so that a file read twice changes nothing.
alter table product
    -- When the order that told it last was placed.
    add column name_time timestamptz not null default 'epoch',
    add column category_time timestamptz not null default 'epoch',
    add column price_time timestamptz not null default 'epoch';
-- Prices change with every batch of an import: room for the new version of a row beside the old one keeps the indexes
-- out of it.
alter table product set (fillfactor = 50);
alter table sales_order
    add column refund_of text not null default '' check (length(refund_of) <= 100),
    -- So many of the lines, from the first, that the import of import_id told.
    add column import_line_count int not null default 0;
create index sales_order_waiting_refund on sales_order (refund_of) where refund_of <> '' and refunded_order_id is null;
create index sales_order_partly_told on sales_order (import_id, number)
    where import_id is not null and import_line_count < line_count;

-- A file on its way in, and how far it is: committed together with the rows.
create table import_job (
    id uuid primary key,
    file_name text not null,
    state text not null check (state in ('WAITING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    cancel_requested boolean not null default false,
    -- The mapping: field i is in column i.
    fields text[] not null,
    columns text[] not null,
    default_currency text not null,
    credit_note_prefix text not null,
    time_zone text not null,
    encoding text not null,
    delimiter text not null,
    customer_namespace text not null,
    total_bytes bigint not null,
    read_bytes bigint not null default 0,
    read_rows bigint not null default 0,
    accepted_rows bigint not null default 0,
    rejected_rows bigint not null default 0,
    customers bigint not null default 0,
    products bigint not null default 0,
    sales bigint not null default 0,
    refunds bigint not null default 0,
    adjustments bigint not null default 0,
    lines bigint not null default 0,
    found_encoding text not null default '',
    found_delimiter text not null default '',
    failure text not null default '',
    create_time timestamptz not null,
    start_time timestamptz,
    end_time timestamptz,
    -- Who asked, and the name of the command: a repeated upload gets the same job.
    principal text not null,
    request_id text not null,
    request_hash text not null
);
create index import_job_create_time on import_job (create_time desc, id desc);
create index import_job_open on import_job (create_time, id) where state in ('WAITING', 'RUNNING');
create unique index import_job_request on import_job (principal, request_id) where request_id <> '';

-- Rows that were not taken, and why.
create table import_rejection (
    import_id uuid not null references import_job,
    line bigint not null,
    column_name text not null,
    value text not null,
    reason text not null,
    primary key (import_id, line)
);
