package io.smartcrm.forecast.forecasting;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the exponential smoothing models of Hyndman, Koehler, Snyder &amp; Grose 2002: how the error enters, and which
 * trend and season there are.
 *
 * @param relativeError whether the error's size is proportional to the expected value
 */
record EtsForm(boolean relativeError, Trend trend, Season season) {
    enum Trend {
        NONE,
        ADDITIVE,
        DAMPED
    }

    enum Season {
        NONE,
        ADDITIVE,
        MULTIPLICATIVE
    }

    EtsForm {
        requireNonNull(trend, "trend is null");
        requireNonNull(season, "season is null");
    }

    /**
     * The forms worth comparing. A season that multiplies under an error that adds is left out, being numerically
     * unstable, and so is a trend that multiplies (Hyndman et al. 2008, section 2.5).
     *
     * @param positive whether all values are; otherwise nothing is relative
     */
    static List<EtsForm> admissible(boolean seasonal, boolean positive) {
        List<EtsForm> forms = new ArrayList<>();
        for (Season season : seasonal ? Season.values() : new Season[] {Season.NONE}) {
            for (Trend trend : Trend.values()) {
                if (season != Season.MULTIPLICATIVE) {
                    forms.add(new EtsForm(false, trend, season));
                }
                if (positive) {
                    forms.add(new EtsForm(true, trend, season));
                }
            }
        }
        return List.copyOf(forms);
    }

    boolean hasTrend() {
        return trend != Trend.NONE;
    }

    boolean isDamped() {
        return trend == Trend.DAMPED;
    }

    boolean isSeasonal() {
        return season != Season.NONE;
    }

    boolean multiplies() {
        return season == Season.MULTIPLICATIVE;
    }

    /** Smoothing parameters and free initial states; the seasonal states' mean is given. */
    int parameters(int period) {
        return 2 + (hasTrend() ? 2 : 0) + (isDamped() ? 1 : 0) + (isSeasonal() ? period : 0);
    }

    /** As in the books: ETS(M,Ad,M). */
    @Override
    public String toString() {
        return "ETS(" + (relativeError ? "M" : "A") + ","
                + switch (trend) {
                    case NONE -> "N";
                    case ADDITIVE -> "A";
                    case DAMPED -> "Ad";
                }
                + ","
                + switch (season) {
                    case NONE -> "N";
                    case ADDITIVE -> "A";
                    case MULTIPLICATIVE -> "M";
                }
                + ")";
    }
}
