package io.smartcrm.customer.interaction;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes interactions of many requests into one transaction, and answers each when that is committed: what was
 * acknowledged survives, and a lone event costs a share of a commit.
 */
@ApplicationScoped
class Ingest {
    private static final long STOP_MILLIS = 10_000;

    private final AgroalDataSource database;
    private final Recording recording;
    private final Joins joins;
    private final InteractionConfig config;
    private final BlockingQueue<Submission> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread writer = new Thread(this::write, "interaction-ingest");
    private volatile boolean stopping;

    Ingest(AgroalDataSource database, Recording recording, Joins joins, InteractionConfig config) {
        this.database = database;
        this.recording = recording;
        this.joins = joins;
        this.config = config;
    }

    private record Submission(List<InteractionDraft> drafts, CompletableFuture<List<RecordResult>> answer) {}

    void start(@Observes StartupEvent event) {
        writer.setDaemon(true);
        writer.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        writer.join(STOP_MILLIS);
    }

    /**
     * What became of each, in their order, once it is stored for good.
     *
     * @throws Failure BUSY when too many wait already
     */
    Uni<List<RecordResult>> submit(List<InteractionDraft> drafts) {
        if (drafts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        if (waiting.addAndGet(drafts.size()) > config.waitingLimit()) {
            waiting.addAndGet(-drafts.size());
            throw new Failure(
                    Failure.Kind.BUSY,
                    "INGEST_BUSY",
                    "more interactions wait to be stored than fit; send these again in a second");
        }
        var answer = new CompletableFuture<List<RecordResult>>();
        queue.add(new Submission(drafts, answer));
        return Uni.createFrom().completionStage(answer);
    }

    /** As {@link #submit}, for a caller who may name customers of these teams by our ids, and nobody else. */
    Uni<List<RecordResult>> submitWithin(VisibleTeams visible, List<InteractionDraft> drafts) {
        return Uni.createFrom()
                .item(() -> outside(visible, drafts))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(outside -> submit(drafts.stream()
                                .filter(draft -> !outside.containsKey(draft))
                                .toList())
                        .map(stored -> {
                            var next = stored.iterator();
                            return drafts.stream()
                                    .map(draft -> {
                                        RecordResult refused = outside.get(draft);
                                        return refused == null ? next.next() : refused;
                                    })
                                    .toList();
                        }));
    }

    private Map<InteractionDraft, RecordResult> outside(VisibleTeams visible, List<InteractionDraft> drafts) {
        Map<InteractionDraft, RecordResult> outside = new HashMap<>();
        try (Connection connection = database.getConnection()) {
            for (InteractionDraft draft : drafts) {
                try {
                    UUID customer = draft.customerId()
                            .filter(any -> draft.identification().isEmpty())
                            .orElseThrow(
                                    () -> Failure.invalid("customerId", "is missing; an agent names the customer"));
                    CustomerScope.check(connection, visible, customer);
                } catch (Failure failure) {
                    outside.put(draft, RecordResult.rejected(failure, "customerId"));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the teams of customers could not be read", failed);
        }
        return outside;
    }

    private void write() {
        List<Submission> together = new ArrayList<>();
        while (!stopping || !queue.isEmpty()) {
            try {
                gather(together);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
            if (!together.isEmpty()) {
                answer(together);
                together.clear();
            }
        }
    }

    private void gather(List<Submission> together) throws InterruptedException {
        Submission first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        together.add(first);
        int count = first.drafts().size();
        long due = System.nanoTime() + config.linger().toNanos();
        while (count < config.commitLimit()) {
            Submission next = queue.poll(Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            together.add(next);
            count += next.drafts().size();
        }
    }

    private void answer(List<Submission> together) {
        List<InteractionDraft> drafts =
                together.stream().flatMap(one -> one.drafts().stream()).toList();
        try {
            List<RecordResult> results = store(drafts);
            if (drafts.stream().anyMatch(draft -> draft.identification().isPresent())) {
                joins.call();
            }
            int start = 0;
            for (Submission one : together) {
                int end = start + one.drafts().size();
                one.answer().complete(List.copyOf(results.subList(start, end)));
                start = end;
            }
        } catch (SQLException | RuntimeException failed) {
            Log.warnf(failed, "%d interactions could not be stored", drafts.size());
            var told = new Failure(
                    Failure.Kind.UNAVAILABLE, "NOT_STORED", "the interactions could not be stored; send them again");
            together.forEach(one -> one.answer().completeExceptionally(told));
        } finally {
            waiting.addAndGet(-drafts.size());
        }
    }

    /** Halves what the database refuses until the refused ones are alone. */
    private List<RecordResult> store(List<InteractionDraft> drafts) throws SQLException {
        try {
            return commit(drafts);
        } catch (SQLException refused) {
            if (passes(refused)) {
                throw refused;
            }
            if (drafts.size() == 1) {
                Log.errorf("An interaction was refused by the database, state %s", refused.getSQLState());
                return List.of(new RecordResult.Rejected("", "it cannot be stored"));
            }
            int half = drafts.size() / 2;
            List<RecordResult> results = new ArrayList<>(store(drafts.subList(0, half)));
            results.addAll(store(drafts.subList(half, drafts.size())));
            return results;
        }
    }

    private List<RecordResult> commit(List<InteractionDraft> drafts) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<RecordResult> results = recording.record(connection, drafts);
                connection.commit();
                return results;
            } finally {
                connection.rollback();
            }
        }
    }

    /** Whether the same may succeed later: what is wrong are not the values, nor what they break. */
    private static boolean passes(SQLException failed) {
        String state = failed.getSQLState();
        return state == null || !(state.startsWith("22") || state.startsWith("23"));
    }
}
