package io.smartcrm.loyalty.ledger;

import io.smartcrm.loyalty.ledger.Command.Adjust;
import io.smartcrm.loyalty.ledger.Command.Cancel;
import io.smartcrm.loyalty.ledger.Command.CashCoupon;
import io.smartcrm.loyalty.ledger.Command.Earn;
import io.smartcrm.loyalty.ledger.Command.Merge;
import io.smartcrm.loyalty.ledger.Command.Part;
import io.smartcrm.loyalty.ledger.Command.Past;
import io.smartcrm.loyalty.ledger.Command.Redeem;
import io.smartcrm.loyalty.ledger.Command.Refer;
import io.smartcrm.loyalty.ledger.Command.Reverse;
import io.smartcrm.loyalty.ledger.Command.Spend;
import io.smartcrm.loyalty.ledger.Command.Transfer;
import io.smartcrm.loyalty.ledger.LedgerTransaction.Details;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Applies commands to accounts, one after another, at one moment. A command that is refused changes nothing; the others
 * are in the journal. Before points are taken from an account, what is due there is released and expired.
 */
public final class Ledger {
    /** Points that are given back can be spent for this long at least. */
    private static final Duration MINIMUM_STAY = Duration.ofDays(30);

    private static final String SYSTEM = "system";

    private final Instant now;
    private final Supplier<UUID> ids;
    private final Map<UUID, MemberAccount> accounts = new HashMap<>();
    private final Map<UUID, Reward> rewards = new HashMap<>();
    private final Map<String, Coupon> coupons = new HashMap<>();
    private final Map<UUID, Past> past = new HashMap<>();
    private final Journal journal = new Journal();

    /** @param ids makes ids that are new, later ones greater */
    public Ledger(Instant now, Supplier<UUID> ids, Collection<MemberAccount> accounts) {
        this.now = now;
        this.ids = ids;
        accounts.forEach(account -> this.accounts.put(account.customer(), account));
    }

    /** What commands may name beside accounts. */
    public Ledger with(Collection<Reward> rewards, Collection<Coupon> coupons, Collection<Past> past) {
        rewards.forEach(reward -> this.rewards.put(reward.id(), reward));
        coupons.forEach(coupon -> this.coupons.put(coupon.code(), coupon));
        past.forEach(transaction -> this.past.put(transaction.id(), transaction));
        return this;
    }

    /**
     * The transaction that the command made; empty when nothing was to be done.
     *
     * @throws Refusal when the accounts do not allow it
     */
    public Optional<LedgerTransaction> apply(Command command) {
        return command.applyTo(this);
    }

    public Journal journal() {
        return journal;
    }

    public Collection<MemberAccount> accounts() {
        return accounts.values();
    }

    public Collection<Reward> rewards() {
        return rewards.values();
    }

    public Collection<Coupon> coupons() {
        return coupons.values();
    }

    LedgerTransaction earn(Earn earn) {
        MemberAccount account = account(earn.customer());
        Draft draft = draft();
        draft.entry(Account.PROGRAMME, -earn.points());
        account.credit(draft, earn.points(), Optional.of(earn.order()), earn.availableTime(), earn.expireTime());
        return book(draft, Kind.EARN, account, Details.of("", earn.actor()).ofOrder(earn.order()));
    }

    /** From the order's own points first, then from all that can be spent; what is missing follows the policy. */
    Optional<LedgerTransaction> reverse(Reverse reverse) {
        MemberAccount account = settled(reverse.customer());
        Draft draft = draft();
        Optional<UUID> order = Optional.of(reverse.order());
        long taken = account.take(draft, reverse.points(), lot -> lot.order().equals(order));
        taken += account.take(draft, reverse.points() - taken, Lot::released);
        if (taken < reverse.points() && reverse.policy() == NegativePolicy.OWE) {
            account.owe(draft, reverse.points() - taken);
            taken = reverse.points();
        }
        if (taken == 0) {
            return Optional.empty();
        }
        draft.entry(Account.PROGRAMME, taken);
        return Optional.of(book(
                draft, Kind.REVERSE, account, Details.of("", reverse.actor()).ofOrder(reverse.order())));
    }

    LedgerTransaction adjust(Adjust adjust) {
        Details details = Details.of(adjust.reason(), adjust.actor());
        if (adjust.points() > 0) {
            return grant(Kind.ADJUST, adjust.customer(), adjust.points(), adjust.expireTime(), details);
        }
        MemberAccount account = settled(adjust.customer());
        account.require(-adjust.points());
        return pay(Kind.ADJUST, account, -adjust.points(), details);
    }

    LedgerTransaction refer(Refer refer) {
        return grant(
                Kind.REFERRAL, refer.customer(), refer.points(), refer.expireTime(), Details.of("", refer.actor()));
    }

    private LedgerTransaction grant(Kind kind, UUID customer, long points, Instant expireTime, Details details) {
        MemberAccount account = settled(customer);
        Draft draft = draft();
        draft.entry(Account.PROGRAMME, -points);
        account.credit(draft, points, Optional.empty(), now, expireTime);
        return book(draft, kind, account, details);
    }

    /** The receiver's points expire when the giver's would have. */
    LedgerTransaction transfer(Transfer transfer) {
        if (transfer.customer().equals(transfer.receiver())) {
            throw new Refusal("SAME_CUSTOMER", "points cannot be transferred to the one who has them");
        }
        MemberAccount giver = settled(transfer.customer());
        MemberAccount receiver = settled(transfer.receiver());
        giver.require(transfer.points());
        Draft draft = draft();
        giver.hand(draft, transfer.points(), receiver, now);
        return book(
                draft,
                Kind.TRANSFER,
                giver,
                Details.of(transfer.reason(), transfer.actor()).to(transfer.receiver()));
    }

    Optional<LedgerTransaction> merge(Merge merge) {
        MemberAccount part = settled(merge.customer());
        MemberAccount whole = settled(merge.into());
        if (part.balance().equals(Balance.NOTHING)) {
            return Optional.empty();
        }
        Draft draft = draft();
        part.handAll(draft, whole);
        return Optional.of(
                book(draft, Kind.MERGE, part, Details.of("", merge.actor()).to(merge.into())));
    }

    LedgerTransaction part(Part parted) {
        MemberAccount part = settled(parted.customer());
        MemberAccount whole = settled(parted.from());
        Draft draft = draft();
        if (parted.points() > 0) {
            whole.hand(draft, parted.points(), part, parted.expireTime());
        } else {
            part.hand(draft, -parted.points(), whole, parted.expireTime());
        }
        return book(draft, Kind.MERGE, part, Details.of("", parted.actor()).to(parted.from()));
    }

    LedgerTransaction spend(Spend spend) {
        MemberAccount account = settled(spend.customer());
        account.require(spend.points());
        return pay(Kind.SPEND, account, spend.points(), Details.of(spend.reason(), spend.actor()));
    }

    LedgerTransaction redeem(Redeem redeem) {
        Reward reward = Optional.ofNullable(rewards.get(redeem.reward()))
                .orElseThrow(() -> new Refusal("REWARD_NOT_FOUND", "no reward '" + redeem.reward() + "'"));
        MemberAccount account = settled(redeem.customer());
        reward.require(account, now);
        account.require(reward.terms().cost());
        LedgerTransaction paid = pay(
                Kind.REDEEM,
                account,
                reward.terms().cost(),
                Details.of("", redeem.actor()).ofReward(reward.id()));
        reward.move(account.customer(), 1);
        journal.add(new IssuedVoucher(
                redeem.voucherCode(),
                reward.id(),
                account.customer(),
                paid.id(),
                now.plus(reward.terms().voucherValidity())));
        return paid;
    }

    private LedgerTransaction pay(Kind kind, MemberAccount account, long points, Details details) {
        Draft draft = draft();
        account.take(draft, points, Lot::released);
        draft.entry(Account.PROGRAMME, points);
        return book(draft, kind, account, details);
    }

    LedgerTransaction cash(CashCoupon cash) {
        Coupon coupon = Optional.ofNullable(coupons.get(cash.code()))
                .orElseThrow(() -> new Refusal("COUPON_NOT_FOUND", "no coupon '" + cash.code() + "'"));
        coupon.require(cash.customer(), now);
        Details details = Details.of(cash.code(), cash.actor());
        LedgerTransaction cashed = grant(Kind.COUPON, cash.customer(), coupon.points(), cash.expireTime(), details);
        coupon.use(cash.customer());
        journal.add(new CouponUse(cash.code(), cash.customer(), cashed.id()));
        return cashed;
    }

    LedgerTransaction cancel(Cancel cancel) {
        Past original = Optional.ofNullable(past.get(cancel.transaction()))
                .filter(found -> found.customer().equals(cancel.customer()))
                .orElseThrow(() -> new Refusal(
                        "POINTS_TRANSACTION_NOT_FOUND",
                        "the customer has no transaction '" + cancel.transaction() + "'"));
        original.requireCancellable();
        MemberAccount account = settled(cancel.customer());
        Draft draft = draft();
        if (original.points() > 0) {
            account.require(original.points());
            account.take(draft, original.points(), lot -> lot.transaction().equals(original.id()));
            account.take(draft, original.points() + draft.gain(cancel.customer()), Lot::released);
        } else {
            giveBack(draft, account, original);
        }
        draft.entry(Account.PROGRAMME, original.points());
        past.put(original.id(), original.asCancelled());
        return book(
                draft,
                Kind.CANCEL,
                account,
                Details.of(cancel.reason(), cancel.actor()).undoing(original.id()));
    }

    private void giveBack(Draft draft, MemberAccount account, Past original) {
        Instant soonest = now.plus(MINIMUM_STAY);
        for (LotUse use : original.uses()) {
            Instant expiry = use.expireTime().isBefore(soonest) ? soonest : use.expireTime();
            account.credit(draft, use.points(), Optional.empty(), now, expiry);
        }
        original.reward().ifPresent(id -> {
            journal.voidVoucherOf(original.id());
            Optional.ofNullable(rewards.get(id)).ifPresent(reward -> reward.move(original.customer(), -1));
        });
    }

    /** What is expired goes first: it is never released any more. */
    void settle(UUID customer) {
        MemberAccount account = account(customer);
        if (account.has(lot -> lot.expired(now))) {
            Draft draft = draft();
            draft.entry(Account.BREAKAGE, account.take(draft, Long.MAX_VALUE, lot -> lot.expired(now)));
            book(draft, Kind.EXPIRE, account, Details.of("", SYSTEM));
        }
        if (account.has(lot -> lot.due(now))) {
            Draft draft = draft();
            account.release(draft, lot -> lot.due(now));
            book(draft, Kind.RELEASE, account, Details.of("", SYSTEM));
        }
    }

    private MemberAccount settled(UUID customer) {
        settle(customer);
        return account(customer);
    }

    private MemberAccount account(UUID customer) {
        return accounts.computeIfAbsent(customer, MemberAccount::empty);
    }

    private Draft draft() {
        return new Draft(now, ids);
    }

    private LedgerTransaction book(Draft draft, Kind kind, MemberAccount account, Details details) {
        var transaction = new LedgerTransaction(
                draft.id(),
                kind,
                account.customer(),
                draft.gain(account.customer()),
                draft.entries(),
                account.balance(),
                details,
                now);
        journal.add(transaction, draft);
        return transaction;
    }
}
