package io.smartcrm.loyalty.account;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smartcrm.outbox.Database;
import io.smartcrm.outbox.ServiceThread;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

/**
 * Carries out commands in the order they come. Those that come while others are being committed share the next
 * transaction, so that many at once cost little more than one. An answer comes after the commit.
 */
@ApplicationScoped
public class Postings {
    private static final int MAX_TOGETHER = 256;
    private static final int MAX_WAITING = 10_000;
    private static final int WRITERS = 2;
    private static final Duration FAILURE_PAUSE = Duration.ofSeconds(1);

    private record Waiting(Posting posting, CompletableFuture<Outcome> answer) {}

    private final Database database;
    private final Clock clock;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MAX_WAITING);
    private final List<ServiceThread> writers;

    public Postings(Database database) {
        this.database = database;
        this.clock = Clock.systemUTC();
        this.writers = IntStream.rangeClosed(1, WRITERS)
                .mapToObj(number -> new ServiceThread(
                        "points-" + number, "Commands wait for the ledger", FAILURE_PAUSE, this::write))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        start();
    }

    /** Without this nothing is carried out. */
    public void start() {
        writers.forEach(ServiceThread::start);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    public void stop() throws InterruptedException {
        for (ServiceThread writer : writers) {
            writer.stop();
        }
        queue.forEach(waiting -> waiting.answer().completeExceptionally(busy()));
    }

    /**
     * The transaction, when it is committed.
     *
     * @throws Failure (in the Uni) what the command is refused for; BUSY when too many wait
     */
    public Uni<PointsTransaction> post(Posting posting) {
        return Uni.createFrom().completionStage(() -> submit(posting)).map(Outcome::orThrow);
    }

    /** What would come of it, without doing it. Blocks: for worker threads. */
    public PointsTransaction simulate(Posting posting) {
        return database.transaction(connection -> new PostingTables(connection, clock)
                        .simulate(List.of(posting))
                        .get(0))
                .orThrow();
    }

    private CompletableFuture<Outcome> submit(Posting posting) {
        var waiting = new Waiting(posting, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            waiting.answer().completeExceptionally(busy());
        }
        return waiting.answer();
    }

    private static Failure busy() {
        return new Failure(
                Failure.Kind.BUSY, "LEDGER_BUSY", "too many commands wait for the ledger; try again in a second");
    }

    private void write() throws InterruptedException {
        List<Waiting> together = new ArrayList<>();
        together.add(queue.take());
        queue.drainTo(together, MAX_TOGETHER - 1);
        carryOut(together);
    }

    /** One that fails the transaction is found by carrying out each alone. */
    private void carryOut(List<Waiting> together) {
        try {
            List<Posting> postings = together.stream().map(Waiting::posting).toList();
            List<Outcome> outcomes =
                    database.transaction(connection -> new PostingTables(connection, clock).post(postings));
            for (int i = 0; i < outcomes.size(); i++) {
                together.get(i).answer().complete(outcomes.get(i));
            }
        } catch (RuntimeException failed) {
            if (together.size() == 1) {
                together.get(0).answer().completeExceptionally(failed);
                return;
            }
            together.forEach(waiting -> carryOut(List.of(waiting)));
        }
    }
}
