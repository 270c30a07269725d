-- Days before and after the customer's birthday; null when birthdays do not matter.
alter table earning_rule add column birthday_days integer check (birthday_days >= 0);
