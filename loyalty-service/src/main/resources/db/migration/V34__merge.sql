-- Customers who became a part of another one.
create table merged_member (
    customer_id uuid primary key,
    merged_into uuid not null,
    -- At the end of the line, when that one was merged too.
    survivor uuid not null,
    -- Points beside those of its orders that it brought, to be given back; negative for what it owed.
    brought bigint not null,
    merge_time timestamptz not null
);
create index merged_member_into on merged_member (merged_into);
create index merged_member_survivor on merged_member (survivor);

-- Whose points of orders follow a merge.
create index points_order_granted on points_order (granted_to) where granted > 0;

-- Referrals of those whom customers are now; what is kept stays as it was said, so that it is true again when a merge is
-- undone. The id grows with time: of two who became one, the first that was referred counts.
create view referral_now as
select referral.*,
    coalesce(one.survivor, referral.referrer_id) as referrer,
    coalesce(other.survivor, referral.referred_id) as referred,
    case
        when coalesce(one.survivor, referral.referrer_id) = coalesce(other.survivor, referral.referred_id)
            then 'SELF_REFERRAL'
        when referral.state = 'WAITING' and exists (
            select from referral earlier
            where earlier.id < referral.id and earlier.referred_id in (
                select coalesce(other.survivor, referral.referred_id)
                union all select part.customer_id from merged_member part
                where part.survivor = coalesce(other.survivor, referral.referred_id)))
            then 'ALREADY_REFERRED'
        else referral.state
    end as state_now
from referral
left join merged_member one on one.customer_id = referral.referrer_id
left join merged_member other on other.customer_id = referral.referred_id;
