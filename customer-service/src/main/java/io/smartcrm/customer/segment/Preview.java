package io.smartcrm.customer.segment;

import io.smartcrm.customer.segmentlanguage.CheckedSegment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How many customers a definition is true of.
 *
 * @param exact false when it is an estimate from a sample
 * @param lowest of an estimate, with 95 % confidence
 * @param customers that there are
 */
record Preview(long count, boolean exact, long lowest, long highest, long customers) {
    private static final String TOO_LONG = "57014";
    private static final String ALIVE = " from customer%s where merged_into is null";
    /** Standard deviations around 95 %. */
    private static final double Z = 1.96;

    static Preview of(Connection connection, CheckedSegment segment, SegmentConfig config, Instant now)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            LiveSegments.limit(connection, config.previewTimeout());
            long customers = number(connection, Sql.of("select count(*)" + ALIVE.formatted("")));
            long count = number(connection, new SegmentSql(segment, now, Optional.empty()).count());
            return new Preview(count, true, count, count, customers);
        } catch (SQLException failed) {
            if (!TOO_LONG.equals(failed.getSQLState())) {
                throw failed;
            }
            connection.rollback(before);
            LiveSegments.limit(connection, config.previewTimeout().multipliedBy(2));
            return estimate(connection, segment, config.sampleSize(), now);
        }
    }

    static Preview estimate(Connection connection, CheckedSegment segment, int sampleSize, Instant now)
            throws SQLException {
        long customers =
                number(connection, Sql.of("select reltuples::bigint from pg_class where oid = 'customer'::regclass"));
        double percent = Math.min(100, Math.max(0.01, 100.0 * sampleSize / Math.max(1, customers)));
        List<UUID> sample = new ArrayList<>();
        Sql select = Sql.of("select id" + ALIVE.formatted(" tablesample bernoulli (" + percent + ")"));
        try (var statement = select.prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sample.add(rows.getObject(1, UUID.class));
            }
        }
        Sql count = new SegmentSql(segment, now, Optional.of(new Sql.Ids(sample))).count();
        return estimated(number(connection, count), sample.size(), Math.max(customers, sample.size()));
    }

    /** With the interval of Wilson, which stays sensible when none or all of the sample are found. */
    static Preview estimated(long found, int sampled, long customers) {
        if (sampled == 0) {
            return new Preview(0, false, 0, customers, customers);
        }
        double share = (double) found / sampled;
        double spread = 1 + Z * Z / sampled;
        double middle = (share + Z * Z / (2 * sampled)) / spread;
        double half = Z / spread * Math.sqrt(share * (1 - share) / sampled + Z * Z / (4.0 * sampled * sampled));
        return new Preview(
                Math.round(share * customers),
                false,
                (long) Math.floor(Math.max(0, middle - half) * customers),
                (long) Math.ceil(Math.min(1, middle + half) * customers),
                customers);
    }

    private static long number(Connection connection, Sql sql) throws SQLException {
        try (var statement = sql.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
