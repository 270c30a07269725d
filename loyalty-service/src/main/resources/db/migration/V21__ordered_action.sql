-- What somebody else does: told, and not answered yet.
alter table strategy_action drop constraint strategy_action_state_check;
alter table strategy_action add constraint strategy_action_state_check
    check (state in ('DUE', 'ORDERED', 'DONE', 'FAILED', 'CANCELLED'));
