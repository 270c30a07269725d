package io.smartcrm.customer.segmentlanguage;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.customer.segmentlanguage.Clause.Comparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentLanguagePropertyTest {
    private static final String[] WORDS = {
        "and",
        "or",
        "not",
        "(",
        ")",
        "in",
        "is",
        "known",
        "between",
        "starts",
        "with",
        "last",
        "90",
        "days",
        "1.5",
        "'FR'",
        "'",
        "''",
        "country",
        "orders.count",
        "orders",
        ".",
        "attribute.",
        "consent",
        ",",
        "=",
        "!=",
        "<",
        ">=",
        "EUR",
        "true",
        "-",
        "\n",
        "\"",
        "é",
        "😀",
        "\u0000",
        "last 1 day",
        "tag('vip')",
        "-3",
        "/",
        "~",
        "category"
    };

    @Test
    void randomTextsAreReadOrRefusedButNeverCrash() {
        // Given
        var random = new Random(1);

        for (int i = 0; i < 50_000; i++) {
            String text = i % 2 == 0 ? words(random) : characters(random);

            // When
            Reading reading = SegmentLanguage.read(text, SegmentLanguageTest.VOCABULARY);

            // Then
            assertThat(reading.segment().isPresent())
                    .as(text)
                    .isEqualTo(reading.problems().isEmpty());
            reading.segment()
                    .ifPresent(
                            segment -> assertThat(SegmentLanguage.read(segment.text(), SegmentLanguageTest.VOCABULARY)
                                            .segment())
                                    .get()
                                    .extracting(CheckedSegment::text)
                                    .isEqualTo(segment.text()));
        }
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        // Given
        var random = new Random(2);

        for (int i = 0; i < 5_000; i++) {
            Condition<Clause> condition = condition(random, 4);
            String written = Printer.print(condition);

            // When
            Condition<Clause> read = Parser.parse(written);

            // Then
            assertThat(withoutPositions(read)).as(written).isEqualTo(withoutPositions(condition));
            assertThat(Printer.print(read)).isEqualTo(written);
        }
    }

    private static Condition<String> withoutPositions(Condition<Clause> condition) {
        return condition.map(Clause::toString);
    }

    private static String words(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static String characters(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(60); i >= 0; i--) {
            text.append((char) (random.nextInt(10) == 0 ? random.nextInt(0x10000) : random.nextInt(0x7f)));
        }
        return text.toString();
    }

    private static Condition<Clause> condition(Random random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 1 -> new Condition.All<>(several(random, part -> condition(random, depth - 1)));
            case 2 -> new Condition.Any<>(several(random, part -> condition(random, depth - 1)));
            case 3 -> new Condition.Not<>(condition(random, depth - 1));
            default -> new Condition.One<>(clause(random));
        };
    }

    private static Clause clause(Random random) {
        Term term = oneOf(random, Term.values());
        List<Argument> arguments = new ArrayList<>();
        if (term.named()) {
            arguments.add(new Argument.Plain(
                    new Literal.Text(random.nextBoolean() ? "größe_1" : "two words"), Position.START));
        }
        if (random.nextBoolean()) {
            var span = new Span(1 + random.nextInt(90), oneOf(random, Span.Unit.values()));
            arguments.add(new Argument.Last(span, Position.START));
        }
        if (random.nextBoolean()) {
            arguments.add(new Argument.Named("channel", literal(random), Position.START));
        }
        return new Clause(term.label(), arguments, Position.START, comparison(random));
    }

    private static Optional<Comparison> comparison(Random random) {
        if (random.nextInt(4) == 0) {
            return Optional.empty();
        }
        Operator operator = oneOf(random, Operator.values());
        List<Literal> values =
                switch (operator) {
                    case KNOWN, UNKNOWN -> List.of();
                    case IN, NOT_IN -> several(random, value -> literal(random));
                    case BETWEEN -> List.of(literal(random), literal(random));
                    case EQUAL, UNEQUAL, LESS, AT_MOST, MORE, AT_LEAST, STARTS_WITH -> List.of(literal(random));
                };
        return Optional.of(new Comparison(operator, values, Position.START));
    }

    private static Literal literal(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Literal.Truth(random.nextBoolean());
            case 1 -> new Literal.Amount(BigDecimal.valueOf(random.nextInt(2000) - 1000, 2), "EUR");
            case 2 -> new Literal.Numeral(BigDecimal.valueOf(random.nextInt(2000) - 1000, random.nextInt(3)));
            default -> new Literal.Text("l'été 夏 and 'or' (" + random.nextInt(10));
        };
    }

    private static <T> List<T> several(Random random, IntFunction<T> part) {
        return IntStream.range(0, 2 + random.nextInt(3)).mapToObj(part).toList();
    }

    private static <T> T oneOf(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
