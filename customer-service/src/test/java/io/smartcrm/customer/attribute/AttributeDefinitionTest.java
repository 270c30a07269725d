package io.smartcrm.customer.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeDefinitionTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final AttributeSchema SCHEMA = new AttributeSchema(List.of(
            define("nick", AttributeType.TEXT, 5, "", ""),
            define("weight", AttributeType.NUMBER, 0, "0", "99.5"),
            define("club", AttributeType.BOOLEAN, 0, "", ""),
            define("since", AttributeType.DATE, 0, "2000-01-01", "2030-12-31"),
            AttributeDefinition.create(
                    "size", AttributeType.ENUMERATION, "", true, 0, "", "", List.of("S", "L"), NOW)));

    @Test
    void valuesOfTheirTypesAreKept() {
        // Given
        Map<String, Object> values =
                Map.of("nick", "Ada", "weight", 3.0, "club", true, "since", "2024-02-29", "size", "L");

        // When
        var kept = SCHEMA.check(values);

        // Then
        assertThat(kept)
                .isEqualTo(Map.of("nick", "Ada", "weight", 3L, "club", true, "since", "2024-02-29", "size", "L"));
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                Arguments.of("nick", "Countess", "8 characters"),
                Arguments.of("nick", 3.0, "is not a text"),
                Arguments.of("nick", "a\u0000", "control character"),
                Arguments.of("weight", "3", "'3' is not a number"),
                Arguments.of("weight", Double.NaN, "is not a number"),
                Arguments.of("weight", -1.0, "less than 0"),
                Arguments.of("weight", 99.6, "more than 99.5"),
                Arguments.of("club", "true", "is not true or false"),
                Arguments.of("since", "2024-02-30", "is not a date"),
                Arguments.of("since", "1999-12-31", "before 2000-01-01"),
                Arguments.of("since", "2031-01-01", "after 2030-12-31"),
                Arguments.of("size", "M", "none of [S, L]"),
                Arguments.of("colour", "red", "is not defined; these are: [club, nick, since, size, weight]"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("wrongValues")
    void aWrongValueIsRefusedByTheNameOfItsAttribute(String name, Object value, String why) {
        // Given
        // When
        var refused = assertThatThrownBy(() -> SCHEMA.check(Map.of(name, value)));

        // Then
        refused.isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.violations())
                                .extracting(Failure.Violation::field)
                                .containsExactly("attributes." + name))
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({
        "Size,TEXT,'','',name",
        "a-b,TEXT,'','',name",
        "weight,NUMBER,heavy,'',minimum",
        "weight,NUMBER,2,1,minimum",
        "since,DATE,'',tomorrow,maximum",
        "nick,TEXT,1,'',minimum",
        "size,ENUMERATION,'','',choices"
    })
    void aDefinitionThatCannotBeIsRefused(
            String name, AttributeType type, String minimum, String maximum, String field) {
        // Given
        // When
        var refused = assertThatThrownBy(() -> define(name, type, 0, minimum, maximum));

        // Then
        refused.isInstanceOfSatisfying(
                Failure.class,
                failure -> assertThat(failure.violations())
                        .extracting(Failure.Violation::field)
                        .containsExactly(field));
    }

    private static AttributeDefinition define(
            String name, AttributeType type, int maxLength, String minimum, String maximum) {
        return AttributeDefinition.create(name, type, "", false, maxLength, minimum, maximum, List.of(), NOW);
    }
}
