package io.smartcrm.loyalty.decision;

import io.smartcrm.loyalty.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All customers that a strategy may look at, page by page. */
final class AudienceTable {
    private static final String BUYERS =
            "select customer_id from activity_summary where customer_id > ? and get_byte(uuid_send(customer_id), 15) < ?"
                    + " order by customer_id limit ?";
    private static final String MEMBERS = """
            select customer_id from segment_member
            where segment_id = ? and customer_id > ? and get_byte(uuid_send(customer_id), 15) < ?
            order by customer_id limit ?""";
    private static final String COUNT_BUYERS = "select count(*) from activity_summary";
    private static final String COUNT_MEMBERS = "select count(*) from segment_member where segment_id = ?";
    /** Of which {@code parts} are out: the last byte of an id is as good as drawn. */
    static final int ALL = 256;

    private final Connection connection;
    private final Optional<UUID> segment;

    AudienceTable(Connection connection, Optional<UUID> segment) {
        this.connection = connection;
        this.segment = segment;
    }

    /**
     * In the order of their ids.
     *
     * @param parts of 256 to look at: 256 for everybody
     */
    List<UUID> page(UUID after, int parts, int limit) throws SQLException {
        Rows<Object> rows = Rows.none(connection);
        segment.ifPresent(rows::value);
        return rows.value(after)
                .value(parts)
                .value(limit)
                .query(segment.isPresent() ? MEMBERS : BUYERS, row -> row.getObject(1, UUID.class));
    }

    long count() throws SQLException {
        Rows<Object> rows = Rows.none(connection);
        segment.ifPresent(rows::value);
        return rows.first(segment.isPresent() ? COUNT_MEMBERS : COUNT_BUYERS, row -> row.getLong(1))
                .orElse(0L);
    }
}
