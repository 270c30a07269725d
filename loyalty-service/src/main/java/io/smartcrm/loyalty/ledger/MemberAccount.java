package io.smartcrm.loyalty.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** One customer's points while commands are applied: the balance, and the lots that it consists of. */
public final class MemberAccount {
    private final UUID customer;
    private final Optional<String> tier;
    private final List<Lot> lots;
    private Balance balance;

    /**
     * @param tier the customer has, if any
     * @param lots that have points left
     */
    public MemberAccount(UUID customer, Balance balance, Optional<String> tier, List<Lot> lots) {
        this.customer = customer;
        this.balance = balance;
        this.tier = tier;
        this.lots = new ArrayList<>(lots);
        this.lots.sort(Lot.OLDEST_FIRST);
    }

    public static MemberAccount empty(UUID customer) {
        return new MemberAccount(customer, Balance.NOTHING, Optional.empty(), List.of());
    }

    public UUID customer() {
        return customer;
    }

    public Balance balance() {
        return balance;
    }

    Optional<String> tier() {
        return tier;
    }

    /** Credits points that are spendable from a time on; what is spendable now pays debts first. */
    void credit(Draft draft, long points, Optional<UUID> order, Instant availableTime, Instant expireTime) {
        boolean now = !availableTime.isAfter(draft.time());
        Lot lot = new Lot(draft.nextId(), customer, draft.id(), order, points, points, availableTime, expireTime, now);
        long toDebt = now ? Math.min(points, balance.debt()) : 0;
        if (toDebt > 0) {
            lot = lot.less(toDebt);
            draft.use(lot, toDebt);
        }
        draft.entry(Account.DEBT, customer, toDebt);
        draft.entry(now ? Account.MEMBER : Account.LIABILITY, customer, points - toDebt);
        balance = balance.plus(now ? points - toDebt : 0, now ? 0 : points, -toDebt);
        draft.lot(lot);
        if (lot.remaining() > 0) {
            lots.add(lot);
            lots.sort(Lot.OLDEST_FIRST);
        }
    }

    /** Takes points out of lots that qualify, oldest first, as far as they go; answers how many. */
    long take(Draft draft, long points, Predicate<Lot> which) {
        long taken = 0;
        for (int i = 0; i < lots.size() && taken < points; i++) {
            Lot lot = lots.get(i);
            if (which.test(lot)) {
                long part = Math.min(lot.remaining(), points - taken);
                taken += part;
                replace(draft, i, lot.less(part));
                draft.use(lot, part);
                draft.entry(lot.released() ? Account.MEMBER : Account.LIABILITY, customer, -part);
                balance = balance.plus(lot.released() ? -part : 0, lot.released() ? 0 : -part, 0);
            }
        }
        lots.removeIf(lot -> lot.remaining() == 0);
        return taken;
    }

    /** @param points negative for what is not owed any more */
    void owe(Draft draft, long points) {
        draft.entry(Account.DEBT, customer, -points);
        balance = balance.plus(0, 0, points);
    }

    /**
     * Gives another account points, which expire there when they would have here; what cannot be spent is owed from now on.
     *
     * @param expireTime of points that are not there
     */
    void hand(Draft draft, long points, MemberAccount receiver, Instant expireTime) {
        long missing = points - take(draft, points, Lot::released);
        List<LotUse> taken = draft.uses();
        owe(draft, missing);
        for (LotUse use : taken) {
            receiver.credit(draft, use.points(), Optional.empty(), draft.time(), use.expireTime());
        }
        if (missing > 0) {
            receiver.credit(draft, missing, Optional.empty(), draft.time(), expireTime);
        }
    }

    /** Gives another account all: points as they are, and what is owed. */
    void handAll(Draft draft, MemberAccount receiver) {
        for (Lot lot : List.copyOf(lots)) {
            take(draft, lot.remaining(), other -> other.id().equals(lot.id()));
            receiver.credit(draft, lot.remaining(), lot.order(), lot.availableTime(), lot.expireTime());
        }
        long owed = balance.debt();
        owe(draft, -owed);
        receiver.owe(draft, owed - receiver.take(draft, owed, Lot::released));
    }

    /** Makes spendable what is due; debts are paid first. */
    void release(Draft draft, Predicate<Lot> which) {
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            if (which.test(lot)) {
                long toDebt = Math.min(lot.remaining(), balance.debt());
                draft.entry(Account.LIABILITY, customer, -lot.remaining());
                draft.entry(Account.DEBT, customer, toDebt);
                draft.entry(Account.MEMBER, customer, lot.remaining() - toDebt);
                balance = balance.plus(lot.remaining() - toDebt, -lot.remaining(), -toDebt);
                if (toDebt > 0) {
                    draft.use(lot, toDebt);
                }
                replace(draft, i, lot.release().less(toDebt));
            }
        }
        lots.removeIf(lot -> lot.remaining() == 0);
    }

    private void replace(Draft draft, int index, Lot lot) {
        lots.set(index, lot);
        draft.lot(lot);
    }

    boolean has(Predicate<Lot> which) {
        return lots.stream().anyMatch(which);
    }

    /** @throws Refusal when there are fewer points to spend */
    void require(long points) {
        if (balance.available() < points) {
            throw new Refusal(
                    "INSUFFICIENT_POINTS",
                    points + " points are needed, " + balance.available() + " are there to spend"
                            + (balance.pending() > 0 ? " and " + balance.pending() + " are still pending" : ""));
        }
    }
}
