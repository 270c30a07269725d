package io.smartcrm.customer.segmentlanguage;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What a term is compared with, of the term's type. */
public sealed interface Value {
    record OfText(String text) implements Value {
        public OfText {
            requireNonNull(text, "text is null");
        }
    }

    record OfNumber(BigDecimal number) implements Value {
        public OfNumber {
            requireNonNull(number, "number is null");
        }
    }

    record OfAmount(BigDecimal number, String currency) implements Value {
        public OfAmount {
            requireNonNull(number, "number is null");
            requireNonNull(currency, "currency is null");
        }
    }

    record OfTruth(boolean truth) implements Value {}

    /**
     * A moment or a whole day, in UTC.
     *
     * @param end the first moment after it
     */
    record OfTime(Instant start, Instant end) implements Value {
        public OfTime {
            requireNonNull(start, "start is null");
            requireNonNull(end, "end is null");
        }

        /** Years of four digits alone: what databases can hold and people mean. */
        static Optional<OfTime> parse(String text) {
            try {
                if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                    LocalDate day = LocalDate.parse(text);
                    return Optional.of(new OfTime(start(day), start(day.plusDays(1))));
                }
                if (text.matches("\\d{4}-\\d{2}-\\d{2}T[\\d:.]{5,18}Z")) {
                    Instant time = Instant.parse(text);
                    return Optional.of(new OfTime(time, time.plusNanos(1000)));
                }
                return Optional.empty();
            } catch (DateTimeException noSuchTime) {
                return Optional.empty();
            }
        }

        private static Instant start(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    /** The literal as a value of the type, if it can be one. */
    static Optional<Value> of(Literal literal, ValueType type) {
        return switch (type) {
            case TEXT ->
                literal instanceof Literal.Text text ? Optional.of(new OfText(text.value())) : Optional.empty();
            case NUMBER ->
                literal instanceof Literal.Numeral number
                        ? Optional.of(new OfNumber(number.value()))
                        : Optional.empty();
            case AMOUNT ->
                literal instanceof Literal.Amount amount
                        ? Optional.of(new OfAmount(amount.value(), amount.currency()))
                        : Optional.empty();
            case TIME ->
                literal instanceof Literal.Text text
                        ? OfTime.parse(text.value()).map(time -> time)
                        : Optional.empty();
            case TRUTH ->
                literal instanceof Literal.Truth truth ? Optional.of(new OfTruth(truth.value())) : Optional.empty();
        };
    }
}
