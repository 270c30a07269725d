package io.smartcrm.loyalty.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is to be done with points. */
public sealed interface Command {
    /** More than any programme grants at once. */
    long MAX_POINTS = 1_000_000_000;

    UUID customer();

    /** All whose accounts it touches. */
    default List<UUID> customers() {
        return List.of(customer());
    }

    /** Whether it may be the first thing that happens to an account. */
    default boolean opens() {
        return false;
    }

    /**
     * Applies itself; empty when nothing was to be done.
     *
     * @throws Refusal when the accounts do not allow it
     */
    Optional<LedgerTransaction> applyTo(Ledger ledger);

    /** Points for an order. */
    record Earn(UUID customer, UUID order, long points, Instant availableTime, Instant expireTime, String actor)
            implements Command {
        public Earn {
            requirePoints(points);
        }

        @Override
        public boolean opens() {
            return true;
        }

        @Override
        public Optional<LedgerTransaction> applyTo(Ledger ledger) {
            return Optional.of(ledger.earn(this));
        }
    }

    /** Takes back what an order earned. */
    record Reverse(UUID customer, UUID order, long points, NegativePolicy policy, String actor) implements Command {
        public Reverse {
            requirePoints(points);
        }

        @Override
        public Optional<LedgerTransaction> applyTo(Ledger ledger) {
            return ledger.reverse(this);
        }
    }

    /** Grants points, or takes them when negative. */
    record Adjust(UUID customer, long points, Instant expireTime, String reason, String actor) implements Command {
        public Adjust {
            requirePoints(Math.abs(points));
        }

        @Override
        public boolean opens() {
            return true;
        }

        @Override
        public Optional<LedgerTransaction> applyTo(Ledger ledger) {
            return Optional.of(ledger.adjust(this));
        }
    }

    /** Points for a referral, for one of both. */
    record Refer(UUID customer, long points, Instant expireTime, String actor) implements Command {
        public Refer {
            requirePoints(points);
        }

        @Override
        public boolean opens() {
            return true;
        }

        @Override
        public Optional<LedgerTransaction> applyTo(Ledger ledger) {
            return Optional.of(ledger.refer(this));
        }
    }

    record Transfer(UUID customer, UUID receiver, long points, String reason, String actor) implements Command {
        public Transfer {
            requirePoints(points);
        }

        @Override
        public List<UUID> customers() {
            return List.of(customer, receiver);
        }

        @Override
        public boolean opens() {
            return true;
        }

        @Override
        public Optional<LedgerTransaction> applyTo(Ledger ledger) {
            return Optional.of(ledger.transfer(this));
        }
    }

    /** All that the customer has and owes becomes another one's, who is the same. */
    record Merge(UUID customer, UUID into, String actor) implements Command {
        public Merge {
            requireOther(customer, into);
        }

        @Override
        public List<UUID> customers() {
            return List.of(customer, into);
        }

        @Override
        public boolean opens() {
            return true;
        }

        @Override
        public Optional<LedgerTransaction> applyTo(Ledger ledger) {
            return ledger.merge(this);
        }
    }

    /**
     * The customer is no part of another one any more, and gets back what it brought.
     *
     * @param points negative for what it owed
     * @param expireTime of points that are not there any more, which the other one owes from now on
     */
    record Part(UUID customer, UUID from, long points, Instant expireTime, String actor) implements Command {
        public Part {
            requireOther(customer, from);
        }

        @Override
        public List<UUID> customers() {
            return List.of(customer, from);
        }

        @Override
        public boolean opens() {
            return true;
        }

        @Override
        public Optional<LedgerTransaction> applyTo(Ledger ledger) {
            return Optional.of(ledger.part(this));
        }
    }

    /** Pays with points. */
    record Spend(UUID customer, long points, String reason, String actor) implements Command {
        public Spend {
            requirePoints(points);
        }

        @Override
        public Optional<LedgerTransaction> applyTo(Ledger ledger) {
            return Optional.of(ledger.spend(this));
        }
    }

    /** @param voucherCode unguessable, for the voucher that is issued */
    record Redeem(UUID customer, UUID reward, String voucherCode, String actor) implements Command {
        @Override
        public Optional<LedgerTransaction> applyTo(Ledger ledger) {
            return Optional.of(ledger.redeem(this));
        }
    }

    record CashCoupon(UUID customer, String code, Instant expireTime, String actor) implements Command {
        @Override
        public boolean opens() {
            return true;
        }

        @Override
        public Optional<LedgerTransaction> applyTo(Ledger ledger) {
            return Optional.of(ledger.cash(this));
        }
    }

    /** Undoes a transaction of the customer. */
    record Cancel(UUID customer, UUID transaction, String reason, String actor) implements Command {
        @Override
        public Optional<LedgerTransaction> applyTo(Ledger ledger) {
            return Optional.of(ledger.cancel(this));
        }
    }

    /** Releases and expires what is due. */
    record Settle(UUID customer) implements Command {
        @Override
        public Optional<LedgerTransaction> applyTo(Ledger ledger) {
            ledger.settle(customer);
            return Optional.empty();
        }
    }

    /**
     * A transaction of before, as far as undoing it needs.
     *
     * @param uses what it took out of lots
     * @param usedVoucher whether its voucher was used
     */
    record Past(
            UUID id,
            Kind kind,
            UUID customer,
            long points,
            Optional<UUID> reward,
            boolean cancelled,
            boolean usedVoucher,
            List<LotUse> uses) {
        public Past {
            requireNonNull(kind, "kind is null");
            uses = List.copyOf(uses);
        }

        /** @throws Refusal when it cannot be undone, or not any more */
        void requireCancellable() {
            switch (kind) {
                case REDEEM, SPEND, ADJUST -> {}
                case EARN, RELEASE, EXPIRE, REVERSE, TRANSFER, COUPON, REFERRAL, MERGE, CANCEL ->
                    throw new Refusal(
                            "NOT_CANCELLABLE",
                            "a transaction of kind " + kind + " cannot be cancelled; adjust the points");
            }
            if (cancelled) {
                throw new Refusal("ALREADY_CANCELLED", "transaction " + id + " was cancelled before");
            }
            if (usedVoucher) {
                throw new Refusal("VOUCHER_USED", "the voucher of transaction " + id + " was used");
            }
        }

        Past asCancelled() {
            return new Past(id, kind, customer, points, reward, true, usedVoucher, uses);
        }
    }

    private static void requireOther(UUID customer, UUID other) {
        if (customer.equals(other)) {
            throw new Refusal("SAME_CUSTOMER", "customer " + customer + " cannot be a part of itself");
        }
    }

    private static void requirePoints(long points) {
        if (points <= 0 || points > MAX_POINTS) {
            throw new Refusal("POINTS_OUT_OF_RANGE", points + " is not from 1 to " + MAX_POINTS + " points");
        }
    }
}
