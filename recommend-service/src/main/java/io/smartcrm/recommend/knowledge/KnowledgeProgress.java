package io.smartcrm.recommend.knowledge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * How far the graph has come.
 *
 * @param readRevision of the catalogue, up to which products were read; below 0 before the first time
 * @param learnRevision of the catalogue, at which words were learned
 * @param feedbackRevision of the purchases that companions were counted in
 * @param sinceRead by the clock of the database, very long before the first time
 */
record KnowledgeProgress(
        long readRevision, long learnRevision, long feedbackRevision, Duration sinceRead, Duration sinceRelated) {
    private static final String READ = """
        select read_revision, learn_revision, feedback_revision,
            least(extract(epoch from clock_timestamp() - greatest(read_time, 'epoch')), 1e9),
            least(extract(epoch from clock_timestamp() - greatest(relate_time, 'epoch')), 1e9)
        from knowledge_progress\
        """;
    private static final String WAS_READ = """
        update knowledge_progress set read_revision = ?, learn_revision = ?, read_time = clock_timestamp()\
        """;
    private static final String WAS_RELATED = """
        update knowledge_progress set feedback_revision = ?, relate_time = clock_timestamp()\
        """;

    static KnowledgeProgress read(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ);
                ResultSet row = read.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("knowledge_progress is empty");
            }
            return new KnowledgeProgress(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    Duration.ofSeconds(row.getLong(4)),
                    Duration.ofSeconds(row.getLong(5)));
        }
    }

    static void wasRead(Connection connection, long revision, long learned) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(WAS_READ)) {
            update.setLong(1, revision);
            update.setLong(2, learned);
            update.executeUpdate();
        }
    }

    static void wasRelated(Connection connection, long feedbackRevision) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(WAS_RELATED)) {
            update.setLong(1, feedbackRevision);
            update.executeUpdate();
        }
    }
}
