package io.smartcrm.customer.retention;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smartcrm.customer.audit.AuditEntry;
import io.smartcrm.customer.audit.AuditLog;
import io.smartcrm.customer.retention.RetentionRun.State;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Applies rules, a batch a transaction: a run that a crash stopped goes on where it was. */
@ApplicationScoped
class RetentionWorker {
    private static final int BATCH = 1_000;

    private final Database database;
    private final OldRecords records;
    private final Clock clock = Clock.systemUTC();

    RetentionWorker(Database database, OldRecords records) {
        this.database = database;
        this.records = records;
    }

    /** Every active rule once a day. */
    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void plan() {
        Instant now = clock.instant();
        database.transaction(connection -> {
            var table = new RetentionTable(connection);
            for (RetentionRule rule : table.due(now.minus(Duration.ofDays(1)))) {
                table.insertRun(TimeOrderedId.next(), rule, now);
            }
            return true;
        });
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        while (step()) {
            Log.trace("A retention run goes on");
        }
    }

    /** False when nothing waits. */
    private boolean step() {
        List<Runnable> committed = new ArrayList<>();
        List<UUID> failing = new ArrayList<>();
        try {
            boolean worked = database.transaction(connection -> {
                // The database may have refused an attempt: what that one did is undone.
                committed.clear();
                failing.clear();
                Optional<RetentionRun> claimed = new RetentionTable(connection).claim();
                if (claimed.isPresent()) {
                    failing.add(claimed.get().id());
                    advance(connection, claimed.get(), committed);
                }
                return claimed.isPresent();
            });
            committed.forEach(Runnable::run);
            return worked;
        } catch (IllegalStateException failed) {
            Log.errorf(failed, "A retention run failed");
            if (!failing.isEmpty()) {
                fail(failing.get(0));
            }
            return false;
        }
    }

    private void advance(Connection connection, RetentionRun run, List<Runnable> committed) throws SQLException {
        var table = new RetentionTable(connection);
        RetentionRule rule = table.rule(run.ruleId()).orElseThrow();
        if (run.cancelRequested()) {
            end(connection, run, rule, State.CANCELLED);
            return;
        }
        long total = run.state() == State.WAITING ? records.count(connection, rule, run.before()) : run.totalRecords();
        OldRecords.Step step = records.forget(connection, rule, run, BATCH, committed::add);
        table.progress(run.id(), total, run.doneRecords() + step.records(), step.position());
        if (step.records() == 0) {
            end(connection, run, rule, State.SUCCEEDED);
        }
    }

    private void end(Connection connection, RetentionRun run, RetentionRule rule, State state) throws SQLException {
        Instant now = clock.instant();
        new RetentionTable(connection).end(run.id(), state, now, "");
        AuditLog.append(
                connection,
                AuditEntry.ofService(
                        new AuditEntry.Deed(
                                OldRecords.RPC,
                                true,
                                "retention",
                                run.id().toString(),
                                "",
                                List.of(rule.kind().name(), rule.action().name(), state.name()),
                                "",
                                run.doneRecords()),
                        "retention rule " + rule.id(),
                        now));
    }

    private void fail(UUID run) {
        database.transaction(connection -> {
            new RetentionTable(connection)
                    .end(run, State.FAILED, clock.instant(), "the database refused; the log of the service says why");
            return true;
        });
    }
}
