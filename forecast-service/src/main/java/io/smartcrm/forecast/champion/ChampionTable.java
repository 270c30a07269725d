package io.smartcrm.forecast.champion;

import io.smartcrm.forecast.accuracy.MethodSet;
import io.smartcrm.forecast.forecasting.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Promotions in the database, on one JDBC connection. */
final class ChampionTable {
    /** Two at once get different versions: the second waits for the first, and meets its key. */
    private static final String INSERT = """
            insert into forecast_champion
                (version, method, candidates, note, restored_version, principal, request_id, promote_time, code_version,
                    data_time)
            select coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, (select event_time from series_state)
            from forecast_champion
            on conflict (principal, request_id) where request_id <> '' do nothing""";

    private static final String ASKED = "select * from forecast_champion where principal = ? and request_id = ?";
    private static final String FIND = "select * from forecast_champion where version = ?";
    private static final String LIST =
            "select * from forecast_champion where version < ? order by version desc limit ?";

    private final Connection connection;

    ChampionTable(Connection connection) {
        this.connection = connection;
    }

    /** False when the request asked before. */
    boolean insert(NewChampion wanted, String principal, String requestId, Instant now, String codeVersion)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, wanted.champion().id());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", wanted.candidates().stream().map(Method::id).toArray()));
            statement.setString(3, wanted.note());
            statement.setObject(4, wanted.restoredVersion().orElse(null), Types.INTEGER);
            statement.setString(5, principal);
            statement.setString(6, requestId);
            statement.setObject(7, now.atOffset(ZoneOffset.UTC));
            statement.setString(8, codeVersion);
            return statement.executeUpdate() == 1;
        }
    }

    Optional<Champion> asked(String principal, String requestId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ASKED)) {
            statement.setString(1, principal);
            statement.setString(2, requestId);
            return champions(statement).stream().findFirst();
        }
    }

    Optional<Champion> find(int version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setInt(1, version);
            return champions(statement).stream().findFirst();
        }
    }

    /** Newest first, those below a version. */
    List<Champion> list(int below, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setInt(1, below);
            statement.setInt(2, limit);
            return champions(statement);
        }
    }

    private static List<Champion> champions(PreparedStatement statement) throws SQLException {
        List<Champion> champions = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int restored = row.getInt("restored_version");
                Optional<Integer> restoredVersion = row.wasNull() ? Optional.empty() : Optional.of(restored);
                champions.add(new Champion(
                        new MethodSet(row.getInt("version"), Method.named(row.getString("method")), candidates(row)),
                        row.getString("note"),
                        restoredVersion,
                        row.getString("principal"),
                        time(row, "promote_time"),
                        row.getString("code_version"),
                        time(row, "data_time")));
            }
        }
        return champions;
    }

    private static List<Method> candidates(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("candidates").getArray();
        return Arrays.stream(names).map(Method::named).toList();
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
