package io.smartcrm.customer.supportcase;

import io.smartcrm.customer.listing.KeysetSelect;
import io.smartcrm.customer.profile.VisibleTeams;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases within one transaction of a JDBC connection; their subjects stay sealed. */
final class CaseTable {
    private static final String COLUMNS =
            "id, customer_id, status, priority, channel, subject, tags, assignee, open_time,"
                    + " first_response_time, resolve_time, update_time, satisfaction, message_count, version";
    private static final String SELECT = "select " + COLUMNS + " from support_case";
    private static final String LOCK = SELECT + " where id = ? for update";
    private static final String LOCK_ALL = SELECT + " where id = any (?) order by id for update";
    private static final String CUSTOMERS =
            "select id from customer where id = any (?) and merged_into is null order by id for share";
    private static final String OF_CUSTOMER = SELECT + " where customer_id = ? order by open_time, id for update";
    private static final String CUSTOMER = "select survivor_of(id) from customer where id = ? for share";
    private static final String WRITE = "insert into support_case (" + COLUMNS + ")"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (id) do update set customer_id = excluded.customer_id, status = excluded.status,"
            + " priority = excluded.priority, subject = excluded.subject, tags = excluded.tags,"
            + " assignee = excluded.assignee, first_response_time = excluded.first_response_time,"
            + " resolve_time = excluded.resolve_time, update_time = excluded.update_time,"
            + " satisfaction = excluded.satisfaction, message_count = excluded.message_count, version = excluded.version";
    private static final String DELETE = "delete from support_case where customer_id = ?";

    private final Connection connection;

    CaseTable(Connection connection) {
        this.connection = connection;
    }

    /** A case and its sealed subject. */
    static final class Sealed {
        private final SupportCase found;
        private final byte @Nullable [] subject;

        private Sealed(SupportCase found, byte @Nullable [] subject) {
            this.found = found;
            this.subject = subject;
        }

        SupportCase found() {
            return found;
        }

        byte @Nullable [] subject() {
            return subject;
        }
    }

    /** The customer, or the one it was merged into; locked against both being changed. */
    Optional<UUID> customer(UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CUSTOMER)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    Optional<Sealed> find(CaseId id) throws SQLException {
        return one(SELECT + " where id = ?", id);
    }

    Optional<Sealed> lock(CaseId id) throws SQLException {
        return one(LOCK, id);
    }

    /** Those that there are, locked in one order. */
    List<Sealed> lock(Collection<CaseId> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_ALL)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", ids.stream().map(CaseId::value).toArray()));
            return rows(statement);
        }
    }

    /** Those of the customers that are there and are themselves; locked as {@link #customer} does. */
    Set<UUID> customers(Collection<UUID> ids) throws SQLException {
        Set<UUID> found = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(CUSTOMERS)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }

    List<Sealed> lockOfCustomer(UUID customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_CUSTOMER)) {
            statement.setObject(1, customer);
            return rows(statement);
        }
    }

    List<Sealed> list(CaseQuery query, VisibleTeams visible) throws SQLException {
        var select = select(query, visible);
        // The parameters come in the order of their numbers.
        try (PreparedStatement statement =
                connection.prepareStatement(select.sql().replaceAll("\\?\\d+", "?"))) {
            int index = 1;
            for (Object parameter : select.parameters()) {
                if (parameter instanceof Object[] values) {
                    statement.setArray(index++, connection.createArrayOf("text", values));
                } else if (parameter instanceof Instant time) {
                    statement.setObject(index++, time.atOffset(ZoneOffset.UTC));
                } else {
                    statement.setObject(index++, parameter);
                }
            }
            return rows(statement);
        }
    }

    static KeysetSelect select(CaseQuery query, VisibleTeams visible) {
        var select = new KeysetSelect(SELECT);
        visible.narrow(select, "support_case.customer_id");
        query.narrow(select);
        return select;
    }

    void write(SupportCase written, byte @Nullable [] subject) throws SQLException {
        CaseParts parts = written.parts();
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            statement.setObject(1, written.id().value());
            statement.setObject(2, written.customerId());
            statement.setString(3, parts.status().name());
            statement.setString(4, parts.priority().name());
            statement.setString(5, parts.channel());
            statement.setBytes(6, subject);
            statement.setArray(7, connection.createArrayOf("text", parts.tags().toArray()));
            statement.setString(8, parts.assignee());
            statement.setObject(9, time(written.openTime()));
            statement.setObject(
                    10, written.firstResponseTime().map(CaseTable::time).orElse(null));
            statement.setObject(11, written.resolveTime().map(CaseTable::time).orElse(null));
            statement.setObject(12, time(written.updateTime()));
            statement.setObject(13, parts.satisfaction() == 0 ? null : parts.satisfaction());
            statement.setInt(14, written.messageCount());
            statement.setLong(15, written.version());
            statement.executeUpdate();
        }
    }

    void deleteOf(UUID customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setObject(1, customer);
            statement.executeUpdate();
        }
    }

    private Optional<Sealed> one(String sql, CaseId id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id.value());
            return rows(statement).stream().findFirst();
        }
    }

    private static List<Sealed> rows(PreparedStatement statement) throws SQLException {
        List<Sealed> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(sealed(row));
            }
        }
        return found;
    }

    static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(supportCase(row), row.getBytes("subject"));
    }

    private static SupportCase supportCase(ResultSet row) throws SQLException {
        var parts = new CaseParts(
                CaseStatus.valueOf(row.getString("status")),
                CasePriority.valueOf(row.getString("priority")),
                row.getString("channel"),
                "",
                Arrays.asList((String[]) row.getArray("tags").getArray()),
                row.getString("assignee"),
                row.getInt("satisfaction"));
        return new SupportCase(
                new CaseId(row.getObject("id", UUID.class)),
                row.getObject("customer_id", UUID.class),
                parts,
                time(row, "open_time").orElseThrow(),
                time(row, "first_response_time"),
                time(row, "resolve_time"),
                time(row, "update_time").orElseThrow(),
                row.getInt("message_count"),
                row.getLong("version"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
