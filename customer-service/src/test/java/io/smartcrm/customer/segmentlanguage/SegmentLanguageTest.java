package io.smartcrm.customer.segmentlanguage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentLanguageTest {
    static final Vocabulary VOCABULARY = new Vocabulary(
            Map.of(
                    "size",
                    ValueType.TEXT,
                    "height",
                    ValueType.NUMBER,
                    "member",
                    ValueType.TRUTH,
                    "birthday",
                    ValueType.TIME),
            Set.of("marketing", "profiling"));

    @Test
    void aSegmentOfManyKindsOfClausesIsReadAndWrittenOnLines() {
        // Given
        String text = "country = 'FR' and orders.count(last 90 days) >= 2"
                + " AND consent.marketing and tag('vip') and attribute.size in ('L','XL')"
                + " and products.bought(category 'Home/Mugs', last 1 year) and not (cases.open > 0)";

        // When
        CheckedSegment segment = read(text);

        // Then
        assertThat(segment.text()).isEqualTo("""
                country = 'FR'
                  and orders.count(last 90 days) >= 2
                  and consent.marketing
                  and tag('vip')
                  and attribute.size in ('L', 'XL')
                  and products.bought(category 'Home/Mugs', last 1 year)
                  and not cases.open > 0""");
        assertThat(segment.clauses()).hasSize(7);
        assertThat(segment.changesByTime()).isTrue();
    }

    @Test
    void orBindsLessThanAndAndParenthesesBindMost() {
        // When
        CheckedSegment loose = read("country = 'FR' or country = 'DE' and team = 'a'");
        CheckedSegment tight = read("(country = 'FR' or country = 'DE') and team = 'a'");

        // Then
        assertThat(loose.condition()).isInstanceOf(Condition.Any.class);
        assertThat(tight.condition()).isInstanceOf(Condition.All.class);
        assertThat(tight.text()).isEqualTo("(country = 'FR' or country = 'DE') and team = 'a'");
    }

    @Test
    void valuesTakeTheTypeOfTheirTerm() {
        // When
        CheckedSegment segment = read("orders.sum > 1 EUR and created = '2026-01-31'"
                + " and attribute.height between 1.5 and 2 and team = 'O''Hara'");

        // Then
        assertThat(segment.clauses())
                .extracting(CheckedClause::values)
                .containsExactly(
                        List.of(new Value.OfAmount(BigDecimal.ONE, "EUR")),
                        List.of(new Value.OfTime(
                                Instant.parse("2026-01-31T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"))),
                        List.of(new Value.OfNumber(new BigDecimal("1.5")), new Value.OfNumber(new BigDecimal("2"))),
                        List.of(new Value.OfText("O'Hara")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "country | line 1, column 1: country is a text, so it must be compared: country = a text in single quotes",
                "contry = 'FR' | line 1, column 1: there is no term 'contry'; did you mean country?",
                "orders.cuont > 1 | line 1, column 1: there is no term 'orders.cuont'; did you mean orders.count?",
                "quantity > 1 | did you mean products.quantity?",
                "attribute.siez = 'L' | no attribute 'siez' is defined; did you mean attribute.size?",
                "size = 'L' | there is no term 'size'; did you mean attribute.size?",
                "consent.marketin | no purpose 'marketin' is registered; did you mean consent.marketing?",
                "orders.count >= '2' | expected a number, found '2'; did you mean 2?",
                "country = 7 | expected a text in single quotes, found 7; did you mean '7'?",
                "orders.sum > 100 | expected an amount with its currency, such as 100 EUR, found 100; did you mean 100 EUR?",
                "orders.sum between 1 EUR and 2 USD | one comparison is of one currency",
                "orders.count starts with '1' | 'starts with' cannot be asked of orders.count, which is a number",
                "has_email > true | '>' cannot be asked of has_email, which is true or false",
                "created > '2026-13-01' | expected a day such as '2026-01-31'",
                "orders.count(last 90) > 1 | line 1, column 21: expected hours, days, weeks, months or years, found ')'",
                "orders.count(last 0 days) > 1 | a span is a whole number from 1",
                "orders.count(last 999999999999 days) > 1 | a span is a whole number from 1",
                "orders.count(last 1 day, last 2 days) > 1 | 'last' is given twice",
                "orders.count(chanel 'web') > 1 | takes no 'chanel'; it takes 'last 90 days', since, before, channel, kind, country; did you mean channel?",
                "orders.count(kind 'SALES') > 1 | 'kind' is one of [SALE, REFUND, ADJUSTMENT], found 'SALES'; did you mean kind 'SALE'?",
                "orders.count(since 'May') > 1 | 'since' expects a day such as",
                "country('x') = 'FR' | expected no argument, found 'x'",
                "country(last 1 day) = 'FR' | country has no window of time",
                "tag = true | tag needs a name; did you mean tag('vip')?",
                "country = 'FR' and | line 1, column 19: expected a term, such as country or orders.count, found the end",
                "country = 'FR' team = 'x' | expected 'and', 'or' or the end, found 'team'",
                "(country = 'FR' | expected ')', found the end",
                "country = FR | expected a value",
                "country = \"FR\" | a text stands in single quotes, such as 'FR'",
                "country = 'FR | line 1, column 11: this text has no closing quote",
                "country in ('FR' 'DE') | expected ')', found the text 'DE'",
                "country like 'F%' | the language has no patterns; there is: starts with 'text'",
                "country ~ 'F.*' | the language has no patterns",
                "orders.sum / orders.count > 3 | '/': the language does not calculate",
                "orders.count + 1 > 3 | '+': the language does not calculate",
                "country = 'FR'; drop table customer | ';' has no meaning here",
                "orders.count > 1234567890123456789012345678901 | a number has at most 30 digits",
            })
    void whatIsWrongIsSaidWithItsPlaceAndWhatWasMeant(String text, String problem) {
        // When
        Reading reading = SegmentLanguage.read(text, VOCABULARY);

        // Then
        assertThat(reading.segment()).isEmpty();
        assertThat(reading.problems().toString()).contains(problem);
    }

    @Test
    void allWrongNamesAreToldAtOnceWithTheirLines() {
        // Given
        String text = "contry = 'FR'\n  and attribute.siez = 'L'\n  and orders.count > 'x'";

        // When
        Reading reading = SegmentLanguage.read(text, VOCABULARY);

        // Then
        assertThat(reading.problems())
                .extracting(Problem::position)
                .containsExactly(new Position(1, 1), new Position(2, 7), new Position(3, 20));
    }

    @Test
    void aTextOfMoreThanTenKilobytesIsRefused() {
        // Given
        String text = "country = '" + "x".repeat(10_000) + "'";

        // When
        Reading reading = SegmentLanguage.read(text, VOCABULARY);

        // Then
        assertThat(reading.problems())
                .extracting(Problem::message)
                .containsExactly("a segment is at most 10000 bytes long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not "})
    void deepNestingIsRefused(String opening) {
        // When
        Reading reading = SegmentLanguage.read(opening.repeat(2_000) + "country = 'FR'", VOCABULARY);

        // Then
        assertThat(reading.problems())
                .extracting(Problem::message)
                .containsExactly("conditions are nested deeper than 20 levels");
    }

    @Test
    void tooManyClausesAreRefused() {
        // When
        Reading reading = SegmentLanguage.read("team='a' or ".repeat(100) + "team='a'", VOCABULARY);

        // Then
        assertThat(reading.problems())
                .extracting(Problem::message)
                .containsExactly("a segment has at most 100 clauses");
    }

    @Test
    void tooManyValuesAreRefused() {
        // When
        Reading reading = SegmentLanguage.read("team in (" + "'a',".repeat(200) + "'a')", VOCABULARY);

        // Then
        assertThat(reading.problems()).extracting(Problem::message).containsExactly("a list has at most 200 values");
    }

    @Test
    void whatWouldCostTooMuchIsRefused() {
        // When
        Reading reading =
                SegmentLanguage.read("products.bought(brand 'a') and ".repeat(20) + "country = 'FR'", VOCABULARY);

        // Then
        assertThat(reading.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("too costly: 466 of at most 400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"country = 'FR'", "has_email", "cases.open > 0", "orders.count(since '2026-01-01') > 0"})
    void someSegmentsChangeOnlyWhenSomethingHappens(String text) {
        // When
        CheckedSegment segment = read(text);

        // Then
        assertThat(segment.changesByTime()).isFalse();
    }

    private static CheckedSegment read(String text) {
        Reading reading = SegmentLanguage.read(text, VOCABULARY);
        assertThat(reading.problems()).isEmpty();
        Optional<CheckedSegment> segment = reading.segment();
        return segment.orElseThrow();
    }
}
