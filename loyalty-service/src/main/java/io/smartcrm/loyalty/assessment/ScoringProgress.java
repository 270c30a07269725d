package io.smartcrm.loyalty.assessment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How far the scores have come.
 *
 * @param changes orders applied so far
 * @param scored orders that the scores hold
 * @param eventTime when the latest of these became true at its source; empty before the first scoring
 */
record ScoringProgress(long changes, long scored, Optional<Instant> eventTime) {
    private static final String READ = """
            select state.changes, scoring.changes as scored, scoring.event_time
            from activity_state state, rfm_scoring scoring""";

    boolean current() {
        return changes == scored;
    }

    static ScoringProgress read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new ScoringProgress(
                    row.getLong("changes"),
                    row.getLong("scored"),
                    Optional.ofNullable(row.getObject("event_time", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant));
        }
    }
}
