package io.smartcrm.forecast.champion;

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
import java.util.List;
import java.util.Optional;

/** Promotions in the database, on one JDBC connection. */
final class ChampionTable {
    /** Two at once get different versions: the second waits for the first, and meets its key. */
    private static final String INSERT = """
            insert into forecast_champion
                (version, method, note, restored_version, principal, request_id, promote_time)
            select coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ? from forecast_champion
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
    boolean insert(
            Method method, String note, Optional<Integer> restored, String principal, String requestId, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, method.id());
            statement.setString(2, note);
            if (restored.isPresent()) {
                statement.setInt(3, restored.get());
            } else {
                statement.setNull(3, Types.INTEGER);
            }
            statement.setString(4, principal);
            statement.setString(5, requestId);
            statement.setObject(6, now.atOffset(ZoneOffset.UTC));
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
                        row.getInt("version"),
                        Method.named(row.getString("method")),
                        row.getString("note"),
                        restoredVersion,
                        row.getString("principal"),
                        Optional.of(row.getObject("promote_time", OffsetDateTime.class)
                                .toInstant())));
            }
        }
        return champions;
    }
}
