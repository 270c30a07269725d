package io.smartcrm.loyalty.earning;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * An order, as far as rules ask.
 *
 * @param minorUnits what it cost
 * @param channel where it was placed; empty when nobody said
 * @param buyer as the customer was when it was placed
 */
public record Purchase(
        Instant time, String currencyCode, long minorUnits, List<Line> lines, String channel, Buyer buyer) {
    public Purchase {
        requireNonNull(time, "time is null");
        requireNonNull(currencyCode, "currencyCode is null");
        lines = List.copyOf(lines);
    }

    /** The same by somebody. */
    public Purchase by(Buyer somebody) {
        return new Purchase(time, currencyCode, minorUnits, lines, channel, somebody);
    }

    /** The same, sorted; products that nobody sorted have no category. */
    public Purchase sorted(Map<UUID, String> categories) {
        List<Line> sorted = lines.stream()
                .map(line -> new Line(
                        line.product(), line.minorUnits(), categories.getOrDefault(line.product(), line.category())))
                .toList();
        return new Purchase(time, currencyCode, minorUnits, sorted, channel, buyer);
    }

    /** @param category its path from the root, such as Home/Kitchen; empty when nobody said */
    public record Line(UUID product, long minorUnits, String category) {
        public Line(UUID product, long minorUnits) {
            this(product, minorUnits, "");
        }

        /** Whether it is of the category, or of one below it. */
        boolean isOf(String wanted) {
            return category.equals(wanted) || category.startsWith(wanted + "/");
        }
    }

    /**
     * Who buys.
     *
     * @param segment by RFM; empty before the first scoring
     * @param first whether nothing was bought before
     * @param birthday when born; empty when nobody said
     */
    public record Buyer(Optional<String> segment, Optional<String> tier, boolean first, Optional<LocalDate> birthday) {
        public static final Buyer NEW = new Buyer(Optional.empty(), Optional.empty(), true, Optional.empty());

        /** Whether a birthday is at most so many days away; born on a 29 February means the 28th in other years. */
        boolean hasBirthdayWithin(int days, LocalDate day) {
            return birthday.filter(born -> IntStream.rangeClosed(-1, 1)
                            .map(year -> day.getYear() - born.getYear() + year)
                            .mapToObj(born::plusYears)
                            .anyMatch(near -> Math.abs(ChronoUnit.DAYS.between(near, day)) <= days))
                    .isPresent();
        }
    }
}
