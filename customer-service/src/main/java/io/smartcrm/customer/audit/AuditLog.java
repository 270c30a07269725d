package io.smartcrm.customer.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes entries in, one insert each; the chainer takes them on from there. */
@ApplicationScoped
public class AuditLog {
    private static final String APPEND = IntStream.rangeClosed(1, 17)
            .mapToObj(number -> "$" + number)
            .collect(Collectors.joining(", ", "insert into audit_waiting (" + AuditTable.COLUMNS + ") values (", ")"));

    private final Pool database;

    AuditLog(Pool database) {
        this.database = database;
    }

    /** In a transaction of its own: what was tried is recorded even where it was undone. */
    Uni<Void> append(AuditEntry entry) {
        var deed = entry.deed();
        var values = Tuple.tuple()
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
        return database.preparedQuery(APPEND).execute(values).replaceWithVoid();
    }

    /** Within the transaction of what a job of the service does. */
    public static void append(Connection connection, AuditEntry entry) throws SQLException {
        new AuditTable(connection).append(entry);
    }
}
