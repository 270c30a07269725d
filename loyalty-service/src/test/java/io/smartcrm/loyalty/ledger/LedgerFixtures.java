package io.smartcrm.loyalty.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Accounts that go on from one moment to the next, as a database keeps them. */
final class LedgerFixtures {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final UUID ANN = new UUID(0, 1);
    static final UUID BOB = new UUID(0, 2);
    static final UUID ORDER = new UUID(0, 3);
    static final String ACTOR = "test";

    private final AtomicLong lastId = new AtomicLong();

    Ledger ledger(Instant now, MemberAccount... accounts) {
        return new Ledger(now, this::nextId, List.of(accounts));
    }

    private UUID nextId() {
        return new UUID(1, lastId.incrementAndGet());
    }

    /** Points that can be spent at once and expire so many days after noon. */
    static Command.Earn earned(long points, int days) {
        return new Command.Earn(ANN, ORDER, points, NOON, NOON.plus(Duration.ofDays(days)), ACTOR);
    }

    /** Points that can be spent 14 days after noon. */
    static Command.Earn pending(long points) {
        return new Command.Earn(
                ANN, ORDER, points, NOON.plus(Duration.ofDays(14)), NOON.plus(Duration.ofDays(400)), ACTOR);
    }

    static Command.Spend spend(long points) {
        return new Command.Spend(ANN, points, "", ACTOR);
    }

    static Command.Reverse reverse(long points, NegativePolicy policy) {
        return new Command.Reverse(ANN, ORDER, points, policy, ACTOR);
    }

    static Balance balance(Ledger ledger, UUID customer) {
        return ledger.accounts().stream()
                .filter(account -> account.customer().equals(customer))
                .findFirst()
                .map(MemberAccount::balance)
                .orElse(Balance.NOTHING);
    }

    static Reward reward(UUID id, long cost, OptionalLong stock, Map<UUID, Long> taken) {
        return new Reward(
                id,
                new Reward.Terms(
                        cost, true, Instant.EPOCH, Lot.NEVER, Set.of(), OptionalLong.of(2), Duration.ofDays(30)),
                stock,
                taken);
    }
}
