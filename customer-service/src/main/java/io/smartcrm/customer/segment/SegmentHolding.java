package io.smartcrm.customer.segment;

import io.smartcrm.customer.holding.CustomerHolding;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The segments that a customer is in. Live ones follow a merge by themselves; of static ones the membership moves. */
@ApplicationScoped
class SegmentHolding implements CustomerHolding {
    private static final String EXPORT = """
        select s.id, s.name, m.enter_time from segment_member m join segment s on s.id = m.segment_id
        where m.customer_id = ? and s.state <> 'DELETED' order by m.enter_time, s.id\
        """;
    private static final String MOVE = """
        update segment_member m set customer_id = ? from segment s
        where m.customer_id = ? and s.id = m.segment_id and s.kind = 'STATIC' and not exists (
            select from segment_member other where other.segment_id = m.segment_id and other.customer_id = ?)
        returning m.segment_id\
        """;
    private static final String MOVE_BACK =
            "update segment_member set customer_id = ? where customer_id = ? and segment_id = any (?) returning segment_id";
    private static final String ERASE = "delete from segment_member where customer_id = ? returning segment_id";
    private static final String DISCOUNT = "update segment set member_count = member_count - 1 where id = any (?)";

    @Override
    public String name() {
        return "segments";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        try (var statement = Sql.of(EXPORT, customer).prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                receiver.accept(Map.of(
                        "segmentId", rows.getString(1),
                        "name", rows.getString(2),
                        "enterTime", rows.getTimestamp(3).toInstant().toString()));
            }
        }
    }

    @Override
    public List<String> carryOver(Connection connection, UUID from, UUID to) throws SQLException {
        return segments(connection, Sql.of(MOVE, to, from, to)).stream()
                .map(UUID::toString)
                .toList();
    }

    @Override
    public void bringBack(Connection connection, UUID from, UUID to, List<String> keys) throws SQLException {
        var segments = new Sql.Ids(keys.stream().map(UUID::fromString).toList());
        segments(connection, Sql.of(MOVE_BACK, from, to, segments));
    }

    @Override
    public long erase(Connection connection, UUID customer) throws SQLException {
        List<UUID> left = segments(connection, Sql.of(ERASE, customer));
        try (var statement = Sql.of(DISCOUNT, new Sql.Ids(left)).prepare(connection)) {
            statement.executeUpdate();
        }
        return left.size();
    }

    /** Whom a segment counts is no word on who that is; live ones look again, as the profile has changed. */
    @Override
    public long anonymise(Connection connection, UUID customer) {
        return 0;
    }

    private static List<UUID> segments(Connection connection, Sql change) throws SQLException {
        List<UUID> segments = new ArrayList<>();
        try (var statement = change.prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                segments.add(rows.getObject(1, UUID.class));
            }
        }
        return segments;
    }
}
