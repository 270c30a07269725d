package io.smartcrm.loyalty.ledger;

import static io.smartcrm.loyalty.ledger.LedgerFixtures.ACTOR;
import static io.smartcrm.loyalty.ledger.LedgerFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked, in whatever order: the ledger adds up after every command. */
class LedgerPropertyTest {
    private static final int COMMANDS = 2000;
    private static final int CUSTOMERS = 4;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void balancesAreTheSumsOfEntriesAndOfLots(long seed) {
        // Given
        var random = new Random(seed);
        var fixtures = new LedgerFixtures();
        List<LedgerTransaction> history = new ArrayList<>();
        Map<UUID, Lot> lots = new HashMap<>();
        Map<UUID, Balance> balances = new HashMap<>();
        List<LotUse> uses = new ArrayList<>();
        Instant now = NOON;
        for (int i = 0; i < COMMANDS; i++) {
            now = now.plus(Duration.ofHours(random.nextInt(60)));
            Ledger ledger = fixtures.ledger(now, accounts(balances, lots));
            past(random, history, uses).ifPresent(past -> ledger.with(List.of(), List.of(), List.of(past)));

            // When
            try {
                ledger.apply(command(random, now, history));
            } catch (Refusal refused) {
                assertThat(refused.reason()).isNotEmpty();
            }

            // Then
            ledger.journal().lots().forEach(lot -> lots.put(lot.id(), lot));
            history.addAll(ledger.journal().transactions());
            uses.addAll(ledger.journal().uses());
            ledger.accounts().forEach(account -> balances.put(account.customer(), account.balance()));
            balances.forEach((customer, balance) -> assertThat(balance)
                    .isEqualTo(new Balance(
                            sumOfLots(lots, customer, true), sumOfLots(lots, customer, false), balance.debt())));
        }
        balances.forEach((customer, balance) -> assertThat(balance)
                .isEqualTo(new Balance(
                        sumOfEntries(history, customer, Account.MEMBER),
                        sumOfEntries(history, customer, Account.LIABILITY),
                        -sumOfEntries(history, customer, Account.DEBT))));
        assertThat(history).extracting(LedgerTransaction::kind).contains(Kind.REVERSE, Kind.EXPIRE, Kind.CANCEL);
    }

    private static Command command(Random random, Instant now, List<LedgerTransaction> history) {
        UUID customer = customer(random);
        UUID order = new UUID(5, random.nextInt(20));
        long points = 1L + random.nextInt(200);
        return switch (random.nextInt(9)) {
            case 0, 1 -> {
                Instant available = now.plus(Duration.ofDays(random.nextInt(30) - 5));
                yield new Command.Earn(
                        customer,
                        order,
                        points,
                        available,
                        available.plus(Duration.ofDays(1 + random.nextInt(90))),
                        ACTOR);
            }
            case 2 ->
                new Command.Reverse(
                        customer,
                        order,
                        points,
                        random.nextBoolean() ? NegativePolicy.OWE : NegativePolicy.FORGIVE,
                        ACTOR);
            case 3 -> new Command.Spend(customer, points, "", ACTOR);
            case 4 -> new Command.Transfer(customer, customer(random), points, "", ACTOR);
            case 5 -> new Command.Adjust(customer, random.nextBoolean() ? points : -points, Lot.NEVER, "", ACTOR);
            case 7 -> merge(customer, customer(random), random.nextBoolean() ? points : -points, random.nextBoolean());
            case 6 -> new Command.Refer(customer, points, Lot.NEVER, ACTOR);
            default ->
                history.isEmpty()
                        ? new Command.Settle(customer)
                        : cancel(history.get(Math.max(0, history.size() - 1 - (int) (points % 5))));
        };
    }

    private static Command merge(UUID customer, UUID other, long points, boolean undone) {
        if (customer.equals(other)) {
            return new Command.Settle(customer);
        }
        return undone
                ? new Command.Part(customer, other, points, Lot.NEVER, ACTOR)
                : new Command.Merge(customer, other, ACTOR);
    }

    private static Command cancel(LedgerTransaction made) {
        return new Command.Cancel(made.customer(), made.id(), "", ACTOR);
    }

    private static UUID customer(Random random) {
        return new UUID(9, random.nextInt(CUSTOMERS));
    }

    private static Optional<Command.Past> past(Random random, List<LedgerTransaction> history, List<LotUse> uses) {
        if (history.isEmpty()) {
            return Optional.empty();
        }
        LedgerTransaction made = history.get(Math.max(0, history.size() - 1 - random.nextInt(5)));
        boolean cancelled =
                history.stream().anyMatch(other -> other.details().cancels().equals(Optional.of(made.id())));
        return Optional.of(new Command.Past(
                made.id(),
                made.kind(),
                made.customer(),
                made.points(),
                Optional.empty(),
                cancelled,
                false,
                uses.stream().filter(use -> use.transaction().equals(made.id())).toList()));
    }

    private static MemberAccount[] accounts(Map<UUID, Balance> balances, Map<UUID, Lot> lots) {
        return balances.entrySet().stream()
                .map(entry -> new MemberAccount(
                        entry.getKey(),
                        entry.getValue(),
                        Optional.empty(),
                        lots.values().stream()
                                .filter(lot -> lot.customer().equals(entry.getKey()) && lot.remaining() > 0)
                                .toList()))
                .toArray(MemberAccount[]::new);
    }

    private static long sumOfLots(Map<UUID, Lot> lots, UUID customer, boolean released) {
        return lots.values().stream()
                .filter(lot -> lot.customer().equals(customer) && lot.released() == released)
                .mapToLong(Lot::remaining)
                .sum();
    }

    private static long sumOfEntries(List<LedgerTransaction> history, UUID customer, Account account) {
        return history.stream()
                .flatMap(made -> made.entries().stream())
                .filter(entry -> entry.account() == account && entry.customer().equals(Optional.of(customer)))
                .mapToLong(Entry::points)
                .sum();
    }
}
