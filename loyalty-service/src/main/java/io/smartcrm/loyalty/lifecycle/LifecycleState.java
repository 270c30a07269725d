package io.smartcrm.loyalty.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A state of a customer; a purchase and the time that passes without one lead to the next. */
public sealed interface LifecycleState {
    /** The states by name. */
    enum Name {
        PROSPECT,
        NEW,
        ACTIVE,
        LOYAL,
        AT_RISK,
        LAPSED,
        WON_BACK
    }

    Name name();

    /** Since when the customer is in it. */
    Instant since();

    /**
     * The state after a purchase; itself when nothing changes.
     *
     * @param purchases with this one
     */
    LifecycleState bought(Instant time, int purchases, LifecycleRules rules);

    /** The next state that silence led to until now; empty when none did yet. */
    Optional<LifecycleState> silent(Instant lastPurchase, Instant now, LifecycleRules rules);

    /** Known, and never bought. */
    record Prospect(Instant since) implements LifecycleState {
        @Override
        public Name name() {
            return Name.PROSPECT;
        }

        @Override
        public LifecycleState bought(Instant time, int purchases, LifecycleRules rules) {
            return new New(time);
        }

        @Override
        public Optional<LifecycleState> silent(Instant lastPurchase, Instant now, LifecycleRules rules) {
            return Optional.empty();
        }
    }

    /** Bought once. */
    record New(Instant since) implements LifecycleState {
        @Override
        public Name name() {
            return Name.NEW;
        }

        @Override
        public LifecycleState bought(Instant time, int purchases, LifecycleRules rules) {
            return buying(time, purchases, rules);
        }

        @Override
        public Optional<LifecycleState> silent(Instant lastPurchase, Instant now, LifecycleRules rules) {
            return atRisk(lastPurchase, now, rules);
        }
    }

    /** Comes back. */
    record Active(Instant since) implements LifecycleState {
        @Override
        public Name name() {
            return Name.ACTIVE;
        }

        @Override
        public LifecycleState bought(Instant time, int purchases, LifecycleRules rules) {
            return purchases >= rules.loyalPurchases() ? new Loyal(time) : this;
        }

        @Override
        public Optional<LifecycleState> silent(Instant lastPurchase, Instant now, LifecycleRules rules) {
            return atRisk(lastPurchase, now, rules);
        }
    }

    /** Comes back again and again. */
    record Loyal(Instant since) implements LifecycleState {
        @Override
        public Name name() {
            return Name.LOYAL;
        }

        @Override
        public LifecycleState bought(Instant time, int purchases, LifecycleRules rules) {
            return this;
        }

        @Override
        public Optional<LifecycleState> silent(Instant lastPurchase, Instant now, LifecycleRules rules) {
            return atRisk(lastPurchase, now, rules);
        }
    }

    /** Has not bought for longer than customers should. */
    record AtRisk(Instant since) implements LifecycleState {
        @Override
        public Name name() {
            return Name.AT_RISK;
        }

        @Override
        public LifecycleState bought(Instant time, int purchases, LifecycleRules rules) {
            return buying(time, purchases, rules);
        }

        @Override
        public Optional<LifecycleState> silent(Instant lastPurchase, Instant now, LifecycleRules rules) {
            return due(lastPurchase, rules.lapsed(), now).map(Lapsed::new);
        }
    }

    /** Is probably gone. */
    record Lapsed(Instant since) implements LifecycleState {
        @Override
        public Name name() {
            return Name.LAPSED;
        }

        @Override
        public LifecycleState bought(Instant time, int purchases, LifecycleRules rules) {
            return new WonBack(time);
        }

        @Override
        public Optional<LifecycleState> silent(Instant lastPurchase, Instant now, LifecycleRules rules) {
            return Optional.empty();
        }
    }

    /** Was lapsed and bought once since. */
    record WonBack(Instant since) implements LifecycleState {
        @Override
        public Name name() {
            return Name.WON_BACK;
        }

        @Override
        public LifecycleState bought(Instant time, int purchases, LifecycleRules rules) {
            return buying(time, purchases, rules);
        }

        @Override
        public Optional<LifecycleState> silent(Instant lastPurchase, Instant now, LifecycleRules rules) {
            return atRisk(lastPurchase, now, rules);
        }
    }

    private static LifecycleState buying(Instant time, int purchases, LifecycleRules rules) {
        return purchases >= rules.loyalPurchases() ? new Loyal(time) : new Active(time);
    }

    private static Optional<LifecycleState> atRisk(Instant lastPurchase, Instant now, LifecycleRules rules) {
        return due(lastPurchase, rules.atRisk(), now).map(AtRisk::new);
    }

    private static Optional<Instant> due(Instant lastPurchase, Duration silence, Instant now) {
        Instant end = lastPurchase.plus(silence);
        return end.isAfter(now) ? Optional.empty() : Optional.of(end);
    }
}
