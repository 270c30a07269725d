alter table referral drop constraint referral_state_check;
alter table referral add constraint referral_state_check check (
    state in ('WAITING', 'CREDITED', 'BOUGHT_BEFORE', 'GIVEN_BACK', 'TOO_SMALL', 'REFUSED'));
-- Why the ledger refused the points.
alter table referral add column refusal text;

-- Points of referrals were adjustments, which anybody could cancel.
update points_transaction set kind = 'REFERRAL'
where kind = 'ADJUST' and actor = 'programme'
    and id in (select transaction_id from points_key where key like E'referral\n%');
