package io.smartcrm.loyalty.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a statement, in their order; columns of many rows as one array each, for {@code unnest}.
 *
 * @param <T> what a row is made of
 */
public final class Rows<T> {
    /** What a row of an answer is. */
    @FunctionalInterface
    public interface Mapper<R> {
        R map(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Collection<T> rows;
    private final List<@Nullable Object> parameters = new ArrayList<>();

    private Rows(Connection connection, Collection<T> rows) {
        this.connection = connection;
        this.rows = rows;
    }

    public static <T> Rows<T> of(Connection connection, Collection<T> rows) {
        return new Rows<>(connection, rows);
    }

    public static Rows<Object> none(Connection connection) {
        return new Rows<>(connection, List.of());
    }

    /** @param type PostgreSQL's, e.g. {@code uuid} */
    public Rows<T> column(String type, Function<T, @Nullable Object> value) throws SQLException {
        parameters.add(connection.createArrayOf(type, rows.stream().map(value).toArray()));
        return this;
    }

    public Rows<T> times(Function<T, Instant> time) throws SQLException {
        return column("timestamptz", row -> time.apply(row).toString());
    }

    public Rows<T> value(@Nullable Object value) {
        parameters.add(value instanceof Instant time ? OffsetDateTime.ofInstant(time, ZoneOffset.UTC) : value);
        return this;
    }

    public int update(String sql) throws SQLException {
        try (PreparedStatement statement = prepared(sql)) {
            return statement.executeUpdate();
        }
    }

    public <R> List<R> query(String sql, Mapper<R> mapper) throws SQLException {
        try (PreparedStatement statement = prepared(sql);
                ResultSet found = statement.executeQuery()) {
            List<R> answers = new ArrayList<>();
            while (found.next()) {
                answers.add(mapper.map(found));
            }
            return answers;
        }
    }

    public <R> Optional<R> first(String sql, Mapper<R> mapper) throws SQLException {
        return query(sql, mapper).stream().findFirst();
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            Object value = parameters.get(i);
            if (value instanceof Array array) {
                statement.setArray(i + 1, array);
            } else {
                statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    /** A column that may be null. */
    public static <V> Optional<V> optional(ResultSet row, String column, Class<V> type) throws SQLException {
        return Optional.ofNullable(row.getObject(column, type));
    }

    public static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static Optional<Instant> optionalTime(ResultSet row, String column) throws SQLException {
        return optional(row, column, OffsetDateTime.class).map(OffsetDateTime::toInstant);
    }
}
