package io.smartcrm.customer.segment;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smartcrm.customer.touch.Changes;
import io.smartcrm.outbox.Outbox;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Segments without the service around them, on a database of its own: what the benchmark measures. Customers enter and
 * leave as in the service, members and events included; only the wire and the relay are not there.
 */
public final class LoneSegments {
    private static final String NUMBER_OF_MEMBERS = "select sum(member_count) from segment";
    private static final String FORGET_CHANGES = "truncate customer_touched";

    private final Connection connection;
    private final Clock clock;
    private final LiveSegments segments;

    /** @param connection not in auto-commit, to a database with the tables of the service */
    public LoneSegments(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
        var config =
                new SmallRyeConfigBuilder().withMapping(SegmentConfig.class).build();
        this.segments = new LiveSegments(new Outbox(), config.getConfigMapping(SegmentConfig.class));
    }

    /** Makes live segments that wait for their evaluation. */
    public void create(List<String> definitions) throws SQLException {
        for (String definition : definitions) {
            String text = new Definitions(connection).require(definition).text();
            var texts = new Segment.Texts("Segment " + text.hashCode(), "");
            new SegmentTable(connection).insert(Segment.create(texts, SegmentKind.LIVE, text, clock.instant()));
        }
        Sql.execute(connection, FORGET_CHANGES);
        connection.commit();
    }

    /**
     * Evaluates the segment that waits longest over all customers.
     *
     * @return false when none waits
     */
    public boolean evaluateNext() throws SQLException {
        boolean evaluated = segments.work(connection, clock.instant());
        connection.commit();
        return evaluated;
    }

    /** Follows the change of one customer's orders in all segments. */
    public void follow(UUID customer) throws SQLException {
        Instant now = clock.instant();
        segments.follow(connection, new Changes(Map.of("sales_order", Set.of(customer)), false), now);
        connection.commit();
    }

    public long members() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NUMBER_OF_MEMBERS)) {
            row.next();
            return row.getLong(1);
        }
    }
}
