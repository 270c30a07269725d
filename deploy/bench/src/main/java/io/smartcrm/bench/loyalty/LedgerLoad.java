package io.smartcrm.bench.loyalty;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.Command;
import io.smartcrm.bench.Figures;
import io.smartcrm.bench.Syntax;
import io.smartcrm.local.DataFolder;
import io.smartcrm.local.Database;
import io.smartcrm.local.LocalPostgres;
import io.smartcrm.local.Ports;
import io.smartcrm.loyalty.account.LoneLedger;
import io.smartcrm.loyalty.account.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that grant and spend points as fast as they are answered, on a new PostgreSQL that syncs to disk; then 32 clients
 * that want 50 points each of the same 1,000, 20 times, each request sent twice; then the ledger is verified.
 */
public final class LedgerLoad {
    private static final Syntax SYNTAX = new Syntax(
            "ledger-load [--clients N] [--seconds S] [--customers N]",
            Set.of("clients", "seconds", "customers"),
            Set.of());
    private static final String PASSWORD = "ledger-load";
    private static final int REDEEMERS = 32;
    private static final int REDEMPTIONS = 20;

    private LedgerLoad() {}

    public static void main(String[] args) {
        Command.execute("ledger-load", SYNTAX, args, LedgerLoad::run);
    }

    private static Figures run(Arguments arguments) throws IOException {
        int clients = arguments.positive("clients", 128);
        int seconds = arguments.positive("seconds", 20);
        int customers = arguments.positive("customers", 20_000);
        var folder = DataFolder.temporary();
        System.err.println("ledger-load: a PostgreSQL of its own, without the rest of the suite");
        try (var postgres = LocalPostgres.kept(folder, Ports.free(), PASSWORD)) {
            var database = Database.named("ledger_load");
            postgres.admin().create(database);
            String url = postgres.admin().jdbcUrl(database);
            try (var ledger = new LoneLedger(url, database.user(), database.password())) {
                return measure(ledger, clients, seconds, customers);
            }
        } catch (SQLException failed) {
            throw new IOException("PostgreSQL: " + failed.getMessage(), failed);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a client failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            folder.forget();
            Files.deleteIfExists(folder.root());
        }
    }

    private static Figures measure(LoneLedger ledger, int clients, int seconds, int customers)
            throws InterruptedException, ExecutionException {
        // Mutiny sets itself up at its first use, and refuses to be used by two threads for the first time.
        ledger.grant(new UUID(1, 0), 1, "first");
        together(clients, client -> client(ledger, client, 2, customers, "warm"));
        long start = System.nanoTime();
        List<long[]> waits = together(clients, client -> client(ledger, client, seconds, customers, "load"));
        double took = (System.nanoTime() - start) / 1e9;
        long[] sorted = waits.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        System.err.println("redeemers of one account...");
        UUID contested = new UUID(1, 1);
        ledger.grant(contested, 1000, "contested");
        List<Redeemed> redeemed = together(REDEEMERS, client -> redeemer(ledger, client, contested));
        System.err.println("verifying...");
        Verification verified = ledger.verify();
        return new Figures()
                .add("transactions", sorted.length)
                .add("per_s", sorted.length / took, 0)
                .add("p50_ms", at(sorted, 0.5), 2)
                .add("p90_ms", at(sorted, 0.9), 2)
                .add("p99_ms", at(sorted, 0.99), 2)
                .add("paid", redeemed.stream().mapToLong(Redeemed::paid).sum())
                .add("left", ledger.available(contested))
                .add(
                        "unequal_replays",
                        redeemed.stream().mapToLong(Redeemed::unequal).sum())
                .add(
                        "violations",
                        verified.checks().stream()
                                .mapToLong(Verification.Check::violations)
                                .sum())
                .add("entries", verified.entries());
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e6;
    }

    @FunctionalInterface
    private interface Client<T> {
        T run(int number);
    }

    private static <T> List<T> together(int clients, Client<T> client) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                calls.add(() -> client.run(number));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Grants as much as it spends, to and from random customers; answers how long each took, in nanoseconds. */
    private static long[] client(LoneLedger ledger, int number, int seconds, int customers, String phase) {
        var random = new Random(number);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long[] waits = new long[1024];
        int count = 0;
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            UUID customer = new UUID(0, random.nextInt(customers));
            String key = phase + " " + number + " " + count;
            if (random.nextBoolean()) {
                ledger.grant(customer, 1 + random.nextInt(200), key);
            } else {
                ledger.spend(customer, 1 + random.nextInt(100), key);
            }
            if (count == waits.length) {
                waits = Arrays.copyOf(waits, 2 * count);
            }
            waits[count++] = System.nanoTime() - now;
        }
        return Arrays.copyOf(waits, count);
    }

    private record Redeemed(long paid, long unequal) {}

    private static Redeemed redeemer(LoneLedger ledger, int number, UUID contested) {
        long paid = 0;
        long unequal = 0;
        for (int i = 0; i < REDEMPTIONS; i++) {
            String key = "redeemer " + number + " " + i;
            Optional<UUID> first = ledger.spend(contested, 50, key);
            Optional<UUID> again = ledger.spend(contested, 50, key);
            paid += first.isPresent() ? 50 : 0;
            unequal += first.equals(again) ? 0 : 1;
        }
        return new Redeemed(paid, unequal);
    }
}
