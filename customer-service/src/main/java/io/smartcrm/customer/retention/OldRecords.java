package io.smartcrm.customer.retention;

import io.smartcrm.customer.privacy.Anonymisations;
import io.smartcrm.customer.privacy.Erasures;
import io.smartcrm.customer.supportcase.OldCases;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Counts and forgets what is older than a time, within the caller's transaction. */
@ApplicationScoped
class OldRecords {
    static final String RPC = "smartcrm.customer.v1.RetentionService/StartRetentionRun";

    private static final int SAMPLE = 20;
    /** Each goes through all features. */
    private static final int CUSTOMERS_AT_ONCE = 20;

    private final Erasures erasures;
    private final Anonymisations anonymisations;
    private final OldCases cases;

    OldRecords(Erasures erasures, Anonymisations anonymisations, OldCases cases) {
        this.erasures = erasures;
        this.anonymisations = anonymisations;
        this.cases = cases;
    }

    /**
     * What a step did.
     *
     * @param records none when none were left
     * @param position the last customer that was done
     */
    record Step(long records, UUID position) {}

    long count(Connection connection, RetentionRule rule, Instant before) throws SQLException {
        String sql = "select count(*) " + Aged.of(rule).from();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, before);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Ids of some that are too old. */
    List<UUID> sample(Connection connection, RetentionRule rule, Instant before) throws SQLException {
        Aged aged = Aged.of(rule);
        return ids(connection, "select " + aged.id() + " " + aged.from() + " limit " + SAMPLE, before);
    }

    /**
     * Forgets some, from where the run is.
     *
     * @param committed what is to be done once the caller has committed
     */
    Step forget(Connection connection, RetentionRule rule, RetentionRun run, int limit, Consumer<Runnable> committed)
            throws SQLException {
        return switch (rule.kind()) {
            case INACTIVE_CUSTOMER -> customers(connection, rule, run, committed);
            case CONSENT_RECORD -> delete(connection, "consent_record", rule, run, limit);
            case IMPORT_REJECTION -> delete(connection, "import_rejection", rule, run, limit);
            case SUPPORT_CASE -> cases(connection, rule, run, limit);
            case INTERACTION -> interactions(connection, rule, run, limit);
        };
    }

    private Step customers(Connection connection, RetentionRule rule, RetentionRun run, Consumer<Runnable> committed)
            throws SQLException {
        List<UUID> customers = next(connection, rule, run);
        if (customers.isEmpty()) {
            return new Step(0, run.position());
        }
        switch (rule.action()) {
            case ERASE -> {
                for (UUID customer : customers) {
                    UUID erasure = erasures.request(connection, customer, "retention: inactive", "customer-service");
                    committed.accept(() -> erasures.remember(erasure));
                }
            }
            case ANONYMISE -> {
                UUID done = anonymisations.anonymise(connection, customers, RPC, "retention rule " + rule.id());
                committed.accept(() -> anonymisations.remember(done));
            }
        }
        return new Step(customers.size(), customers.get(customers.size() - 1));
    }

    private static List<UUID> next(Connection connection, RetentionRule rule, RetentionRun run) throws SQLException {
        String sql =
                "select old.id " + Aged.of(rule).from() + " and old.id > ? order by old.id limit " + CUSTOMERS_AT_ONCE;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, run.before());
            statement.setObject(2, run.position());
            return ids(statement);
        }
    }

    private Step cases(Connection connection, RetentionRule rule, RetentionRun run, int limit) throws SQLException {
        String sql = "select old.id " + Aged.of(rule).from() + " order by update_time, old.id limit " + limit;
        return new Step(cases.forget(connection, ids(connection, sql, run.before())), run.position());
    }

    /** By the time too: it leads to the partition. */
    private static Step interactions(Connection connection, RetentionRule rule, RetentionRun run, int limit)
            throws SQLException {
        String sql =
                "with gone as (select old.occur_time, old.id " + Aged.of(rule).from()
                        + " order by old.occur_time, old.id limit ?) delete from interaction using gone"
                        + " where interaction.occur_time = gone.occur_time and interaction.id = gone.id";
        return new Step(update(connection, sql, run, limit), run.position());
    }

    private static Step delete(Connection connection, String table, RetentionRule rule, RetentionRun run, int limit)
            throws SQLException {
        String sql = "delete from " + table + " where ctid = any (array(select old.ctid "
                + Aged.of(rule).from() + " limit ?))";
        return new Step(update(connection, sql, run, limit), run.position());
    }

    private static long update(Connection connection, String sql, RetentionRun run, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, run.before());
            statement.setInt(2, limit);
            return statement.executeUpdate();
        }
    }

    private static List<UUID> ids(Connection connection, String sql, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, before);
            return ids(statement);
        }
    }

    private static List<UUID> ids(PreparedStatement statement) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static void bind(PreparedStatement statement, Instant before) throws SQLException {
        statement.setObject(1, before.atOffset(ZoneOffset.UTC));
    }
}
