package io.smartcrm.customer.audit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Takes entries in; the chainer takes them on from there. What arrives while entries are being written is written
 * together as soon as they are: many calls share one commit.
 */
@ApplicationScoped
public class AuditLog {
    private static final String APPEND = IntStream.rangeClosed(1, 17)
            .mapToObj(number -> "$" + number)
            .collect(Collectors.joining(", ", "insert into audit_waiting (" + AuditTable.COLUMNS + ") values (", ")"));

    private static final int MOST_TOGETHER = 256;
    private static final int WRITERS = 2;

    private final Pool database;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private int writing;

    AuditLog(Pool database) {
        this.database = database;
    }

    private static final class Waiting {
        private final Tuple values;
        private final UniEmitter<? super Void> written;

        Waiting(Tuple values, UniEmitter<? super Void> written) {
            this.values = values;
            this.written = written;
        }
    }

    /** In a transaction that is not the call's: what was tried is recorded even where it was undone. */
    Uni<Void> append(AuditEntry entry) {
        Tuple values = values(entry);
        Uni<Void> written = Uni.createFrom().emitter(emitter -> {
            synchronized (queue) {
                queue.add(new Waiting(values, emitter));
            }
            write();
        });
        // The answer goes on where its call came from, not where the batch ended.
        Context context = Vertx.currentContext();
        return context == null ? written : written.emitOn(next -> context.runOnContext(ignored -> next.run()));
    }

    /** Within the transaction of what a job of the service does. */
    public static void append(Connection connection, AuditEntry entry) throws SQLException {
        new AuditTable(connection).append(entry);
    }

    private void write() {
        List<Waiting> next = next();
        if (next.isEmpty()) {
            return;
        }
        database.preparedQuery(APPEND)
                .executeBatch(next.stream().map(entry -> entry.values).toList())
                .onTermination()
                .invoke(this::writtenOnce)
                .subscribe()
                .with(
                        done -> next.forEach(entry -> entry.written.complete(null)),
                        failed -> next.forEach(entry -> entry.written.fail(failed)));
    }

    /** Nothing while enough is under way: whoever ends then writes what came meanwhile. */
    private List<Waiting> next() {
        synchronized (queue) {
            List<Waiting> next = new ArrayList<>();
            if (writing < WRITERS) {
                while (next.size() < MOST_TOGETHER && !queue.isEmpty()) {
                    next.add(queue.remove());
                }
                writing += next.isEmpty() ? 0 : 1;
            }
            return next;
        }
    }

    private void writtenOnce() {
        synchronized (queue) {
            writing--;
        }
        write();
    }

    private static Tuple values(AuditEntry entry) {
        var deed = entry.deed();
        return Tuple.tuple()
                .addUUID(entry.id())
                .addOffsetDateTime(entry.time().atOffset(ZoneOffset.UTC))
                .addString(entry.actor().subject())
                .addString(entry.actor().userName())
                .addArrayOfString(entry.actor().roles().toArray(String[]::new))
                .addString(deed.rpc())
                .addBoolean(deed.change())
                .addString(deed.resourceKind())
                .addString(deed.resourceId())
                .addString(deed.customerId())
                .addArrayOfString(deed.changedFields().toArray(String[]::new))
                .addString(deed.queryShape())
                .addLong(deed.rows())
                .addString(entry.purpose())
                .addString(entry.outcome())
                .addString(entry.traceId())
                .addString(entry.requestId());
    }
}
