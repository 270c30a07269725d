package io.smartcrm.customer.consent;

import io.smartcrm.outbox.Outbox;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Keeps the switches of customers, within the caller's transaction; each change leaves with its event. Blocks. */
@ApplicationScoped
public class ProcessingLimits {
    private static final String FIND = "select * from processing_limit where customer_id = ?";
    private static final String PUT = """
            insert into processing_limit (customer_id, restricted, not_by_profile, reason, update_time)
            values (?, ?, ?, ?, ?)
            on conflict (customer_id) do update set restricted = excluded.restricted,
                not_by_profile = excluded.not_by_profile, reason = excluded.reason,
                update_time = excluded.update_time, version = processing_limit.version + 1
            returning *""";
    private static final String LOCK = "select from customer where id = ? for update";

    private final Outbox outbox;

    public ProcessingLimits(Outbox outbox) {
        this.outbox = outbox;
    }

    public ProcessingLimit of(Connection connection, UUID customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, customer);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? limit(row) : ProcessingLimit.none(customer);
            }
        }
    }

    /** Whether anybody may write to or call the customer at all; consents say for what. */
    public boolean mayContact(Connection connection, UUID customer) throws SQLException {
        return !of(connection, customer).restricted();
    }

    /** @throws Failure STALE when the etag is not the last one */
    public ProcessingLimit update(Connection connection, ProcessingLimit wanted, String etag) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setObject(1, wanted.customerId());
            lock.execute();
        }
        ProcessingLimit known = of(connection, wanted.customerId());
        if (!etag.equals(Long.toString(known.version()))) {
            throw new Failure(
                    Failure.Kind.STALE,
                    "LIMITS_CHANGED",
                    "the limits have changed since you read etag '" + etag + "'; read them again");
        }
        return put(connection, wanted);
    }

    ProcessingLimit put(Connection connection, ProcessingLimit wanted) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUT)) {
            statement.setObject(1, wanted.customerId());
            statement.setBoolean(2, wanted.restricted());
            statement.setBoolean(3, wanted.notByProfile());
            statement.setString(4, wanted.reason());
            statement.setObject(5, wanted.updateTime().atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                ProcessingLimit stored = limit(row);
                outbox.append(connection, List.of(LimitEvents.changed(stored)));
                return stored;
            }
        }
    }

    private static ProcessingLimit limit(ResultSet row) throws SQLException {
        Instant time = row.getObject("update_time", OffsetDateTime.class).toInstant();
        return new ProcessingLimit(
                row.getObject("customer_id", UUID.class),
                row.getBoolean("restricted"),
                row.getBoolean("not_by_profile"),
                row.getString("reason"),
                time,
                row.getLong("version"));
    }
}
