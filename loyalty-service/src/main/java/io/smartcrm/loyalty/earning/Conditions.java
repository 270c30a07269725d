package io.smartcrm.loyalty.earning;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * When a rule applies: all that is said must hold.
 *
 * @param toTime the first moment after
 * @param minimumMinorUnits that the order costs at least
 * @param products of which the order has one; the rule then counts these lines only
 * @param categories paths such as Home/Kitchen; the order has a product of one or of what lies below it, and the rule then
 *     counts these lines only
 * @param segments of which the customer is in one
 * @param tiers of which the customer has one
 * @param channels of which the order came by one
 * @param weekdays in UTC
 * @param firstOrder only the customer's first
 * @param birthdayDays only orders at most so many days (UTC) before or after the customer's birthday
 */
public record Conditions(
        Optional<Instant> fromTime,
        Optional<Instant> toTime,
        long minimumMinorUnits,
        Set<UUID> products,
        Set<String> categories,
        Set<String> segments,
        Set<String> tiers,
        Set<String> channels,
        Set<DayOfWeek> weekdays,
        boolean firstOrder,
        OptionalInt birthdayDays) {
    public static final Conditions NONE = new Conditions(
            Optional.empty(),
            Optional.empty(),
            0,
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            false,
            OptionalInt.empty());

    public Conditions {
        products = Set.copyOf(products);
        categories = Set.copyOf(categories);
        segments = Set.copyOf(segments);
        tiers = Set.copyOf(tiers);
        channels = Set.copyOf(channels);
        weekdays = Set.copyOf(weekdays);
    }

    boolean hold(Purchase purchase) {
        return inTime(purchase.time())
                && purchase.minorUnits() >= minimumMinorUnits
                && (countsAll() || purchase.lines().stream().anyMatch(this::counts))
                && among(segments, purchase.buyer().segment())
                && among(tiers, purchase.buyer().tier())
                && among(channels, Optional.of(purchase.channel()))
                && (weekdays.isEmpty()
                        || weekdays.contains(
                                purchase.time().atZone(ZoneOffset.UTC).getDayOfWeek()))
                && (!firstOrder || purchase.buyer().first())
                && (birthdayDays.isEmpty()
                        || purchase.buyer()
                                .hasBirthdayWithin(
                                        birthdayDays.getAsInt(), LocalDate.ofInstant(purchase.time(), ZoneOffset.UTC)));
    }

    private boolean inTime(Instant time) {
        return fromTime.map(from -> !time.isBefore(from)).orElse(true)
                && toTime.map(time::isBefore).orElse(true);
    }

    private static boolean among(Set<String> wanted, Optional<String> value) {
        return wanted.isEmpty() || value.filter(wanted::contains).isPresent();
    }

    /** What the rule counts of an order. */
    long amount(Purchase purchase) {
        return countsAll()
                ? purchase.minorUnits()
                : purchase.lines().stream()
                        .filter(this::counts)
                        .mapToLong(Purchase.Line::minorUnits)
                        .sum();
    }

    private boolean countsAll() {
        return products.isEmpty() && categories.isEmpty();
    }

    private boolean counts(Purchase.Line line) {
        return (products.isEmpty() || products.contains(line.product()))
                && (categories.isEmpty() || categories.stream().anyMatch(line::isOf));
    }
}
