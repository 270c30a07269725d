package io.smartcrm.customer.privacy;

import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.privacy.Erasure.Count;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Erasures in the database, on one JDBC connection. */
final class ErasureTable {
    private static final String INSERT = """
            insert into erasure (id, customer_id, merged_ids, reason, requested_by, request_time)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String AWAIT =
            "insert into erasure_service (erasure_id, service) select ?, unnest(?::text[]) on conflict do nothing";
    private static final String COUNT = """
            insert into erasure_count (erasure_id, service, part, records) values (?, ?, ?, ?)
            on conflict (erasure_id, service, part) do update set records = erasure_count.records + excluded.records""";
    private static final String ANSWERED = """
            update erasure_service set done_time = ? where erasure_id = ? and service = ? and done_time is null""";
    private static final String COMPLETE = """
            update erasure set complete_time = ?, receipt = ?, receipt_hash = ?
            where id = ? and complete_time is null""";
    private static final String FIND = "select * from erasure where id = ?";
    private static final String LOCK = FIND + " for update";
    private static final String LIST = """
            select * from erasure where (request_time, id) < (?, ?) order by request_time desc, id desc limit ?""";
    private static final String ALL = "select * from erasure order by request_time, id";
    private static final String COUNTS =
            "select service, part, records from erasure_count where erasure_id = ? order by service, part";
    private static final String WAITING =
            "select service from erasure_service where erasure_id = ? and done_time is null order by service";
    private static final String RECEIPT = "select receipt, receipt_hash from erasure where id = ? and receipt <> ''";
    private static final String OLDEST_OPEN = "select min(request_time) from erasure where complete_time is null";
    private static final TimePosition NEWEST =
            new TimePosition(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final Connection connection;

    ErasureTable(Connection connection) {
        this.connection = connection;
    }

    void insert(Erasure erasure, List<String> services) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT);
                PreparedStatement await = connection.prepareStatement(AWAIT)) {
            statement.setObject(1, erasure.id());
            statement.setObject(2, erasure.customerId());
            statement.setArray(
                    3, connection.createArrayOf("uuid", erasure.mergedIds().toArray()));
            statement.setString(4, erasure.reason());
            statement.setString(5, erasure.requestedBy());
            statement.setObject(6, time(erasure.requestTime()));
            statement.executeUpdate();
            await.setObject(1, erasure.id());
            await.setArray(2, connection.createArrayOf("text", services.toArray()));
            await.executeUpdate();
        }
    }

    void count(UUID erasure, Count count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setObject(1, erasure);
            statement.setString(2, count.service());
            statement.setString(3, count.part());
            statement.setLong(4, count.records());
            statement.executeUpdate();
        }
    }

    /** False when the service was not waited for. */
    boolean answered(UUID erasure, String service, Instant time) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANSWERED)) {
            statement.setObject(1, time(time));
            statement.setObject(2, erasure);
            statement.setString(3, service);
            return statement.executeUpdate() == 1;
        }
    }

    void complete(UUID erasure, Instant time, ErasureReceipt receipt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COMPLETE)) {
            statement.setObject(1, time(time));
            statement.setString(2, receipt.json());
            statement.setString(3, receipt.hash());
            statement.setObject(4, erasure);
            statement.executeUpdate();
        }
    }

    Optional<Erasure> find(UUID id) throws SQLException {
        return one(FIND, id);
    }

    Optional<Erasure> lock(UUID id) throws SQLException {
        return one(LOCK, id);
    }

    /** Newest first. */
    List<Erasure> list(Optional<TimePosition> after, int limit) throws SQLException {
        TimePosition last = after.orElse(NEWEST);
        try (PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setObject(1, time(last.time()));
            statement.setObject(2, last.id());
            statement.setInt(3, limit);
            return erasures(statement);
        }
    }

    List<Erasure> all() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            return erasures(statement);
        }
    }

    Optional<ErasureReceipt> receipt(UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECEIPT)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new ErasureReceipt(row.getString(1), row.getString(2)))
                        : Optional.empty();
            }
        }
    }

    Optional<Instant> oldestOpen() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OLDEST_OPEN);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        }
    }

    private Optional<Erasure> one(String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            return erasures(statement).stream().findFirst();
        }
    }

    private List<Erasure> erasures(PreparedStatement statement) throws SQLException {
        List<Erasure> erasures = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                UUID id = row.getObject("id", UUID.class);
                erasures.add(new Erasure(
                        id,
                        row.getObject("customer_id", UUID.class),
                        List.of((UUID[]) row.getArray("merged_ids").getArray()),
                        row.getString("reason"),
                        row.getString("requested_by"),
                        row.getObject("request_time", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("complete_time", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        counts(id),
                        waiting(id)));
            }
        }
        return erasures;
    }

    private List<Count> counts(UUID erasure) throws SQLException {
        List<Count> counts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COUNTS)) {
            statement.setObject(1, erasure);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.add(new Count(rows.getString(1), rows.getString(2), rows.getLong(3)));
                }
            }
        }
        return counts;
    }

    private List<String> waiting(UUID erasure) throws SQLException {
        List<String> services = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
            statement.setObject(1, erasure);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    services.add(rows.getString(1));
                }
            }
        }
        return services;
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
