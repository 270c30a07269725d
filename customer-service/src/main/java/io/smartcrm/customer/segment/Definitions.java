package io.smartcrm.customer.segment;

import io.smartcrm.customer.segmentlanguage.CheckedSegment;
import io.smartcrm.customer.segmentlanguage.Reading;
import io.smartcrm.customer.segmentlanguage.SegmentLanguage;
import io.smartcrm.customer.segmentlanguage.ValueType;
import io.smartcrm.customer.segmentlanguage.Vocabulary;
import io.smartcrm.wire.Failure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads definitions with the names that are defined in the database. */
final class Definitions {
    private static final String ATTRIBUTES = "select name, type from attribute_definition";
    private static final String PURPOSES = "select name from consent_term where kind = 'PURPOSE'";

    private final Vocabulary vocabulary;

    Definitions(Connection connection) throws SQLException {
        this.vocabulary = new Vocabulary(attributes(connection), purposes(connection));
    }

    Reading read(String definition) {
        return SegmentLanguage.read(definition, vocabulary);
    }

    /** @throws Failure INVALID with all that is wrong */
    CheckedSegment require(String definition) {
        Reading reading = read(definition);
        return reading.segment().orElseThrow(() -> refused(reading));
    }

    private static Failure refused(Reading reading) {
        var violations = reading.problems().stream()
                .map(problem -> new Failure.Violation("definition", problem.toString()))
                .toList();
        return new Failure(
                Failure.Kind.INVALID,
                "INVALID_SEGMENT",
                "definition: " + violations.get(0).detail(),
                violations);
    }

    private static Map<String, ValueType> attributes(Connection connection) throws SQLException {
        Map<String, ValueType> attributes = new HashMap<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ATTRIBUTES)) {
            while (rows.next()) {
                attributes.put(rows.getString(1), type(rows.getString(2)));
            }
        }
        return attributes;
    }

    private static ValueType type(String type) {
        return switch (type) {
            case "NUMBER" -> ValueType.NUMBER;
            case "BOOLEAN" -> ValueType.TRUTH;
            case "DATE" -> ValueType.TIME;
            default -> ValueType.TEXT;
        };
    }

    private static Set<String> purposes(Connection connection) throws SQLException {
        Set<String> purposes = new HashSet<>();
        if (!registered(connection)) {
            return purposes;
        }
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(PURPOSES)) {
            while (rows.next()) {
                purposes.add(rows.getString(1));
            }
        }
        return purposes;
    }

    /** A service that keeps no consents yet has no register. */
    private static boolean registered(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('consent_term') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
