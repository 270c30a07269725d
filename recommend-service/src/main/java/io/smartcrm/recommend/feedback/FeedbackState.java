package io.smartcrm.recommend.feedback;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How much has changed.
 *
 * @param revision grows with every batch of events that changed a purchase; 0 before the first
 * @param eventTime the latest event applied
 * @param sinceChange by the clock of the database
 */
public record FeedbackState(long revision, Optional<Instant> eventTime, Duration sinceChange) {
    private static final String READ = """
        select revision, event_time, extract(epoch from clock_timestamp() - change_time) from feedback_progress\
        """;
    // Last in its transaction: other consumers wait for this row.
    private static final String ADVANCE = """
        update feedback_progress
        set revision = revision + 1, event_time = greatest(event_time, ?), change_time = clock_timestamp()\
        """;
    private static final String ADVANCE_ONLY =
            "update feedback_progress set revision = revision + 1, change_time = clock_timestamp()";
    private static final String ADVANCE_BY_ERASURE = """
        update feedback_progress
        set revision = revision + 1, erasure_revision = revision + 1, change_time = clock_timestamp()\
        """;

    public FeedbackState {
        requireNonNull(eventTime, "eventTime is null");
        requireNonNull(sinceChange, "sinceChange is null");
    }

    public static FeedbackState read(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ);
                ResultSet row = read.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("feedback_progress is empty");
            }
            return new FeedbackState(
                    row.getLong(1),
                    Optional.ofNullable(row.getObject(2, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                    Duration.ofMillis(Math.max(0, (long) (1000 * row.getDouble(3)))));
        }
    }

    /** A change that no event of an order brought: models are made anew, and those before never serve again. */
    static void advanceByErasure(Connection connection) throws SQLException {
        change(connection, ADVANCE_BY_ERASURE);
    }

    /** A change of whose purchases may be learned from. */
    public static void advance(Connection connection) throws SQLException {
        change(connection, ADVANCE_ONLY);
    }

    /** A change of what is known of products; where nothing was bought there is nothing to train on. */
    public static void advanceIfAny(Connection connection) throws SQLException {
        change(connection, ADVANCE_ONLY + " where revision > 0");
    }

    private static void change(Connection connection, String sql) throws SQLException {
        try (PreparedStatement advance = connection.prepareStatement(sql)) {
            advance.executeUpdate();
        }
    }

    static void advance(Connection connection, Instant eventTime) throws SQLException {
        try (PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
            advance.setObject(1, eventTime.atOffset(ZoneOffset.UTC));
            advance.executeUpdate();
        }
    }
}
