-- Imports touch most products in every batch: with room in its page a new version needs no new index entries.
alter table product set (fillfactor = 50);
