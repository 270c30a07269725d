package io.smartcrm.forecast.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** By what demand is summed up. */
public enum DemandStep {
    DAY(ChronoUnit.DAYS, 7, "week", 400) {
        @Override
        public LocalDate start(LocalDate day) {
            return day;
        }
    },
    /** From Monday. */
    WEEK(ChronoUnit.WEEKS, 52, "year", 5 * 52) {
        @Override
        public LocalDate start(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    },
    MONTH(ChronoUnit.MONTHS, 12, "year", 10 * 12) {
        @Override
        public LocalDate start(LocalDate day) {
            return day.withDayOfMonth(1);
        }
    };

    private final ChronoUnit unit;
    private final int season;
    private final String seasonName;
    private final int most;

    DemandStep(ChronoUnit unit, int season, String seasonName, int most) {
        this.unit = unit;
        this.season = season;
        this.seasonName = seasonName;
        this.most = most;
    }

    /** First day of the step that a day is in. */
    public abstract LocalDate start(LocalDate day);

    /** First day of the step so many steps later. */
    public LocalDate later(LocalDate start, long steps) {
        return start.plus(steps, unit);
    }

    /** Steps in a season. */
    public int season() {
        return season;
    }

    /** What the season is called. */
    public String seasonName() {
        return seasonName;
    }

    /** Steps that are looked at: older ones tell little, and a slip in a year must not make a series of a century. */
    public int most() {
        return most;
    }

    /** What one of them is called. */
    public String stepName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** So many of them, in words. */
    public String count(int count) {
        String word = stepName();
        return count == 1 ? "1 " + word : count + " " + word + "s";
    }
}
