package io.smartcrm.customer.segmentlanguage;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * A stretch of time that ends now, such as {@code last 90 days}; months and years are those of the calendar, in UTC.
 *
 * @param amount at least 1
 */
public record Span(int amount, Unit unit) {
    /** Longer than any memory of a shop. */
    private static final int MAX_DAYS = 36_525;

    public enum Unit {
        HOUR(ChronoUnit.HOURS),
        DAY(ChronoUnit.DAYS),
        WEEK(ChronoUnit.WEEKS),
        MONTH(ChronoUnit.MONTHS),
        YEAR(ChronoUnit.YEARS);

        private final ChronoUnit unit;

        Unit(ChronoUnit unit) {
            this.unit = unit;
        }

        /** Of one or many: {@code day}, {@code days}. */
        static Optional<Unit> of(String word) {
            for (Unit unit : values()) {
                String name = unit.name().toLowerCase(Locale.ROOT);
                if (word.equalsIgnoreCase(name) || word.equalsIgnoreCase(name + "s")) {
                    return Optional.of(unit);
                }
            }
            return Optional.empty();
        }
    }

    public Span {
        requireNonNull(unit, "unit is null");
        if (amount < 1 || amount > MAX_DAYS || amount * unit.unit.getDuration().toDays() > MAX_DAYS) {
            throw new IllegalArgumentException("a span is at least 1 and at most 100 years long");
        }
    }

    /** When the span that ends then began. */
    public Instant before(Instant end) {
        return end.atZone(ZoneOffset.UTC).minus(amount, unit.unit).toInstant();
    }

    @Override
    public String toString() {
        return amount + " " + unit.name().toLowerCase(Locale.ROOT) + (amount == 1 ? "" : "s");
    }
}
