-- What customers asked of the shop's service. Subjects and texts are sealed with the customer's key.
create table support_case (
    id uuid primary key,
    customer_id uuid not null,
    status text not null check (status in ('NEW', 'OPEN', 'PENDING', 'RESOLVED', 'CLOSED', 'REOPENED')),
    priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    channel text not null check (length(channel) between 1 and 40),
    subject bytea,
    tags text[] not null default '{}' check (cardinality(tags) <= 20),
    assignee text not null default '' check (length(assignee) <= 100),
    open_time timestamptz not null,
    first_response_time timestamptz,
    resolve_time timestamptz,
    update_time timestamptz not null,
    satisfaction smallint check (satisfaction between 1 and 5),
    message_count int not null default 0,
    version bigint not null check (version > 0)
);
create index support_case_time on support_case (open_time desc, id desc);
create index support_case_customer on support_case (customer_id, open_time desc, id desc);
create index support_case_assignee on support_case (assignee, open_time desc, id desc) where assignee <> '';
create index support_case_status on support_case (status, open_time desc, id desc);
create index support_case_priority on support_case (priority, open_time desc, id desc) where priority <> 'NORMAL';

create table support_case_message (
    case_id uuid not null references support_case on delete cascade,
    number int not null,
    author text not null check (author in ('CUSTOMER', 'AGENT', 'NOTE')),
    written_by text not null,
    text bytea not null,
    send_time timestamptz not null,
    primary key (case_id, number)
);

-- How many cases had which value (minutes to two digits, or a rating) on a day: medians and means without reading cases.
create table support_case_figure (
    day date not null,
    measure text not null check (measure in ('FIRST_RESPONSE', 'RESOLUTION', 'SATISFACTION')),
    value bigint not null,
    case_count bigint not null,
    primary key (day, measure, value)
);
