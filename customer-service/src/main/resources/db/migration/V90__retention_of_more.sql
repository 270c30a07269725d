-- A rule may also take the person out of a customer and leave what was bought.
alter table retention_rule
    add column action text not null default 'ERASE' check (action in ('ERASE', 'ANONYMISE')),
    add check (kind = 'INACTIVE_CUSTOMER' or action = 'ERASE');
-- The last customer that was done; customers are done in the order of their ids, so that none is looked at twice.
alter table retention_run add column position uuid not null default '00000000-0000-0000-0000-000000000000';

-- When the person was taken out. Who has a data key again has been told of again since.
alter table customer add column anonymise_time timestamptz;

-- Closed cases by age.
create index support_case_closed on support_case (update_time, id) where status = 'CLOSED';
