package io.smartcrm.loyalty.earning;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

    public record Line(UUID product, long minorUnits) {}

    /**
     * Who buys.
     *
     * @param segment by RFM; empty before the first scoring
     * @param first whether nothing was bought before
     */
    public record Buyer(Optional<String> segment, Optional<String> tier, boolean first) {
        public static final Buyer NEW = new Buyer(Optional.empty(), Optional.empty(), true);
    }
}
