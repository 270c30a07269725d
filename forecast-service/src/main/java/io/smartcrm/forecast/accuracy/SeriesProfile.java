package io.smartcrm.forecast.accuracy;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.forecasting.Decomposition;
import io.smartcrm.forecast.forecasting.DemandClass;
import java.util.Locale;

/**
 * What kind of series it is.
 *
 * @param trendStrength from 0 to 1
 * @param seasonStrength from 0 to 1
 */
public record SeriesProfile(DemandClass demand, double trendStrength, double seasonStrength) {
    private static final double STRONG = 0.64;
    private static final double WEAK = 0.3;

    public SeriesProfile {
        requireNonNull(demand, "demand is null");
    }

    /** Of a series in time order, {@link Double#NaN} for missing values, at least one known. */
    public static SeriesProfile of(double[] series, int period) {
        Decomposition parts = Decomposition.of(series, period);
        return new SeriesProfile(DemandClass.of(series), parts.trendStrength(), parts.seasonStrength(period));
    }

    /** In a sentence or two with numbers, for people who do not forecast for a living. */
    public String explanation() {
        return String.format(
                Locale.ROOT,
                "The series sells %s. Its trend is %s (%.2f of 1), its season %s (%.2f).",
                words(),
                strength(trendStrength),
                trendStrength,
                strength(seasonStrength),
                seasonStrength);
    }

    private String words() {
        return switch (demand) {
            case SMOOTH -> "steadily, in similar sizes";
            case ERRATIC -> "steadily, in very different sizes";
            case INTERMITTENT -> "seldom, in similar sizes";
            case LUMPY -> "seldom, in very different sizes";
        };
    }

    private static String strength(double strength) {
        return strength >= STRONG ? "strong" : strength >= WEAK ? "moderate" : "weak";
    }
}
