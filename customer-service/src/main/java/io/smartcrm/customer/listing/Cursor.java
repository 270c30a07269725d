package io.smartcrm.customer.listing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows of a long list as the server hands them over, some at a time; needs a transaction. */
public final class Cursor {
    /** As many as no list has: the size of a page that ends with the list. */
    public static final int ALL = Integer.MAX_VALUE - 1;

    private static final int AT_ONCE = 1_000;
    private static final Pattern NUMBERED = Pattern.compile("\\?[0-9]+");

    private Cursor() {}

    /** Makes something of the row that the result stands at. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes what was read, many at once. */
    @FunctionalInterface
    public interface Receiver<T> {
        void take(List<T> rows) throws SQLException, IOException;
    }

    public static <T> void read(Connection connection, KeysetSelect select, RowReader<T> reader, Receiver<T> receiver)
            throws SQLException, IOException {
        read(connection, select.sql(), select.parameters(), reader, receiver);
    }

    /** @param sql with parameters as {@code ?} or, in their order, as {@code ?1}, {@code ?2} ... */
    public static <T> void read(
            Connection connection,
            String sql,
            List<? extends @Nullable Object> parameters,
            RowReader<T> reader,
            Receiver<T> receiver)
            throws SQLException, IOException {
        try (PreparedStatement statement =
                connection.prepareStatement(NUMBERED.matcher(sql).replaceAll("?"))) {
            statement.setFetchSize(AT_ONCE);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, value(connection, parameters.get(i)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>(AT_ONCE);
                while (rows.next()) {
                    read.add(reader.read(rows));
                    if (read.size() == AT_ONCE) {
                        receiver.take(read);
                        read.clear();
                    }
                }
                receiver.take(read);
            }
        }
    }

    private static @Nullable Object value(Connection connection, @Nullable Object parameter) throws SQLException {
        if (parameter instanceof Instant time) {
            return time.atOffset(ZoneOffset.UTC);
        }
        return parameter instanceof String[] texts ? connection.createArrayOf("text", texts) : parameter;
    }

    public static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
