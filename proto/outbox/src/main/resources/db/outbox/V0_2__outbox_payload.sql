-- Events live for a second or two: compressing them, or moving them out of line, costs more than it saves.
alter table outbox alter column payload set storage external;
alter table outbox set (toast_tuple_target = 8160);
