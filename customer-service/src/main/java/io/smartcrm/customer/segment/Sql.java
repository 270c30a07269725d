package io.smartcrm.customer.segment;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A piece of a statement.
 *
 * @param text ours alone: whatever a person wrote is among the values
 * @param values of the question marks in the text, in their order
 */
record Sql(String text, List<Object> values) {
    static final Sql NOTHING = Sql.of("");

    Sql {
        values = List.copyOf(values);
    }

    static Sql of(String text, Object... values) {
        return new Sql(text, Arrays.asList(values));
    }

    Sql then(String more, Object... moreValues) {
        return then(Sql.of(more, moreValues));
    }

    Sql then(Sql more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(more.values);
        return new Sql(text + more.text, all);
    }

    static Sql join(String separator, List<Sql> parts) {
        return new Sql(
                parts.stream().map(Sql::text).collect(joining(separator)),
                parts.stream().flatMap(part -> part.values.stream()).toList());
    }

    static Sql all(Sql... conditions) {
        return join(
                " and ",
                Stream.of(conditions).filter(part -> !part.text.isEmpty()).toList());
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        int place = 1;
        for (Object value : values) {
            if (value instanceof Ids ids) {
                statement.setArray(place++, connection.createArrayOf("uuid", ids.values.toArray()));
            } else if (value instanceof Texts texts) {
                statement.setArray(place++, connection.createArrayOf("text", texts.values.toArray()));
            } else if (value instanceof Instant time) {
                statement.setObject(place++, time.atOffset(ZoneOffset.UTC));
            } else if (value instanceof BigDecimal number) {
                statement.setBigDecimal(place++, number);
            } else {
                statement.setObject(place++, value);
            }
        }
        return statement;
    }

    static int execute(Connection connection, String text, Object... values) throws SQLException {
        try (PreparedStatement statement = Sql.of(text, values).prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    /** An array of ids as a value. */
    record Ids(List<UUID> values) {
        Ids {
            values = List.copyOf(values);
        }
    }

    /** An array of texts as a value. */
    record Texts(List<String> values) {
        Texts {
            values = List.copyOf(values);
        }
    }
}
