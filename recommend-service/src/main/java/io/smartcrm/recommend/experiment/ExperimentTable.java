package io.smartcrm.recommend.experiment;

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
import org.jspecify.annotations.Nullable;

/** Experiments in the database. */
final class ExperimentTable {
    private static final String ADD = """
        insert into experiment (id, name, scenario, variants, shares, weights, create_time)
        values (?, ?, ?, ?, ?, ?, ?)\
        """;
    private static final String READ = """
        select id, name, scenario, variants, shares, weights, create_time, start_time, stop_time from experiment\
        """;
    private static final String START = "update experiment set start_time = ? where id = ? and start_time is null";
    private static final String STOP =
            "update experiment set stop_time = ? where id = ? and start_time is not null and stop_time is null";

    private ExperimentTable() {}

    static void add(Connection connection, Experiment experiment) throws SQLException {
        List<Variant> variants = experiment.variants();
        Object[] names = variants.stream().map(Variant::name).toArray();
        Object[] shares = variants.stream().map(Variant::share).toArray();
        Object[] weights = variants.stream()
                .map(variant -> WeightText.of(variant.weights()))
                .toArray();
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setObject(1, experiment.id());
            add.setString(2, experiment.name());
            add.setString(3, experiment.scenario().name());
            add.setArray(4, connection.createArrayOf("text", names));
            add.setArray(5, connection.createArrayOf("float8", shares));
            add.setArray(6, connection.createArrayOf("text", weights));
            add.setObject(7, experiment.createTime().atOffset(ZoneOffset.UTC));
            add.executeUpdate();
        }
    }

    static Optional<Experiment> find(Connection connection, UUID id) throws SQLException {
        return read(connection, " where id = ?", id).stream().findFirst();
    }

    static List<Experiment> running(Connection connection) throws SQLException {
        return read(connection, " where start_time is not null and stop_time is null");
    }

    /** Latest first. */
    static List<Experiment> page(Connection connection, ExperimentPage page) throws SQLException {
        String order = " order by create_time desc, id desc limit ?";
        if (page.after().isEmpty()) {
            return read(connection, order, page.size());
        }
        ExperimentPage.After after = page.after().get();
        return read(
                connection,
                " where (create_time, id) < (?, ?)" + order,
                after.createTime().atOffset(ZoneOffset.UTC),
                after.id(),
                page.size());
    }

    private static List<Experiment> read(Connection connection, String which, Object... values) throws SQLException {
        List<Experiment> experiments = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(READ + which)) {
            for (int at = 0; at < values.length; at++) {
                read.setObject(at + 1, values[at]);
            }
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    experiments.add(experiment(rows));
                }
            }
        }
        return experiments;
    }

    private static Experiment experiment(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray(4).getArray();
        Double[] shares = (Double[]) row.getArray(5).getArray();
        String[] weights = (String[]) row.getArray(6).getArray();
        List<Variant> variants = new ArrayList<>();
        for (int at = 0; at < names.length; at++) {
            variants.add(new Variant(names[at], shares[at], WeightText.parse(weights[at])));
        }
        return new Experiment(
                row.getObject(1, UUID.class),
                row.getString(2),
                ComparedScenario.valueOf(row.getString(3)),
                variants,
                row.getObject(7, OffsetDateTime.class).toInstant(),
                time(row.getObject(8, OffsetDateTime.class)),
                time(row.getObject(9, OffsetDateTime.class)));
    }

    private static Optional<Instant> time(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    /** Starts a draft; what was started before stays as it is. */
    static void start(Connection connection, UUID id, Instant now) throws SQLException {
        update(connection, START, id, now);
    }

    /** Stops a running one; what does not run stays as it is. */
    static void stop(Connection connection, UUID id, Instant now) throws SQLException {
        update(connection, STOP, id, now);
    }

    private static void update(Connection connection, String sql, UUID id, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setObject(2, id);
            update.executeUpdate();
        }
    }
}
