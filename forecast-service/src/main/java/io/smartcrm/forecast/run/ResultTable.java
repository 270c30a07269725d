package io.smartcrm.forecast.run;

import io.smartcrm.forecast.forecasting.Method;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Results in the database, on one JDBC connection. */
final class ResultTable {
    private static final String STORE = """
            insert into forecast_result
                (run_id, kind, name, method, base, mean, lower80, upper80, lower95, upper95)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (run_id, kind, name) do update set
                mean = excluded.mean, lower80 = excluded.lower80, upper80 = excluded.upper80,
                lower95 = excluded.lower95, upper95 = excluded.upper95""";
    private static final String KEYS = "select kind, name from forecast_result where run_id = ?";
    private static final String ALL = "select * from forecast_result where run_id = ? order by kind, name";
    private static final String PAGE = """
            select * from forecast_result
            where run_id = ? and (? = '' or kind = ?) and (kind, name) > (?, ?)
            order by kind, name limit ?""";

    private final Connection connection;
    private final UUID run;

    ResultTable(Connection connection, UUID run) {
        this.connection = connection;
        this.run = run;
    }

    /** Those that are stored already get other values. */
    void store(List<SeriesResult> results) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            for (SeriesResult result : results) {
                statement.setObject(1, run);
                statement.setString(2, result.key().kind().name());
                statement.setString(3, result.key().name());
                statement.setString(4, result.method().id());
                statement.setArray(5, array(result.base()));
                statement.setArray(6, array(result.mean()));
                statement.setArray(7, array(result.lower80()));
                statement.setArray(8, array(result.upper80()));
                statement.setArray(9, array(result.lower95()));
                statement.setArray(10, array(result.upper95()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    Set<SeriesKey> keys() throws SQLException {
        Set<SeriesKey> keys = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(KEYS)) {
            statement.setObject(1, run);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(key(rows));
                }
            }
        }
        return keys;
    }

    List<SeriesResult> all() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            statement.setObject(1, run);
            return results(statement);
        }
    }

    /** In the order of their keys. */
    List<SeriesResult> page(Optional<SeriesKind> kind, Optional<SeriesKey> after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setObject(1, run);
            statement.setString(2, kind.map(Enum::name).orElse(""));
            statement.setString(3, kind.map(Enum::name).orElse(""));
            statement.setString(4, after.map(key -> key.kind().name()).orElse(""));
            statement.setString(5, after.map(SeriesKey::name).orElse(""));
            statement.setInt(6, limit);
            return results(statement);
        }
    }

    private static List<SeriesResult> results(PreparedStatement statement) throws SQLException {
        List<SeriesResult> results = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                results.add(new SeriesResult(
                        key(rows),
                        Method.named(rows.getString("method")),
                        numbers(rows, "base"),
                        numbers(rows, "mean"),
                        numbers(rows, "lower80"),
                        numbers(rows, "upper80"),
                        numbers(rows, "lower95"),
                        numbers(rows, "upper95")));
            }
        }
        return results;
    }

    private static SeriesKey key(ResultSet row) throws SQLException {
        return new SeriesKey(SeriesKind.valueOf(row.getString("kind")), row.getString("name"));
    }

    private Array array(List<Double> numbers) throws SQLException {
        return connection.createArrayOf("float8", numbers.toArray());
    }

    private static List<Double> numbers(ResultSet row, String column) throws SQLException {
        return Arrays.asList((Double[]) row.getArray(column).getArray());
    }
}
