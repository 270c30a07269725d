-- Repeatable, so that it runs after all tables are there.
select touches_customers('customer', 'touch_customers_themselves', '{insert,update}');
select touches_customers(name, 'touch_customers', '{insert,update,delete}')
from unnest(array['sales_order', 'support_case', 'case_sentiment', 'interaction', 'consent']) as name;
