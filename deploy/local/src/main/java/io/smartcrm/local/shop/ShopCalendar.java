package io.smartcrm.local.shop;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The 157 weeks of the shop and how busy each moment of them is.
 *
 * <p>Two clocks run side by side. <em>Days</em> are counted from 0 at {@link #firstDay()}. <em>Shop time</em> is
 * measured in busy weeks: it runs faster on busy days and hours, and has gone 157 weeks at the end of the last day. A
 * customer who buys as a Poisson process in shop time buys with the seasons in calendar time.
 */
public final class ShopCalendar {
    static final int WEEKS = 157;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final double[] WEEKDAY = {1.05, 0.95, 0.92, 0.96, 1.12, 1.18, 0.82};
    private static final double[] HOUR = {0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 5, 4, 4, 4, 5, 6, 7, 9, 10, 9, 6, 3};

    private final LocalDate firstDay;
    private final double[] factor = new double[7 * WEEKS];
    private final double[] clock = new double[7 * WEEKS + 1];
    private final double[] hourEnd = new double[24];
    private final ZoneOffset[] offset = new ZoneOffset[7 * WEEKS];

    /** @param lastDay the day the history ends, the whole day included */
    ShopCalendar(LocalDate lastDay) {
        firstDay = requireNonNull(lastDay, "lastDay is null").minusDays(7L * WEEKS - 1);
        for (int day = 0; day < days(); day++) {
            factor[day] = weekday(date(day)) * yearly(date(day).getDayOfYear());
            offset[day] = date(day).atTime(LocalTime.NOON).atZone(ZONE).getOffset();
        }
        double mean = Arrays.stream(factor).sum() / days();
        for (int day = 0; day < days(); day++) {
            factor[day] /= mean;
            clock[day + 1] = clock[day] + factor[day] / 7;
        }
        double hours = Arrays.stream(HOUR).sum();
        double sum = 0;
        for (int hour = 0; hour < HOUR.length; hour++) {
            sum += HOUR[hour] / hours;
            hourEnd[hour] = sum;
        }
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public int days() {
        return factor.length;
    }

    public LocalDate date(int day) {
        return firstDay.plusDays(day);
    }

    /** How busy a day is, weekday times season; the mean over the history is 1. */
    public double factor(int day) {
        return factor[day];
    }

    /** Factor of the day of the week; the mean over a week is 1. */
    public static double weekday(LocalDate date) {
        return WEEKDAY[date.getDayOfWeek().getValue() - 1];
    }

    /** Unnormalised factor of the day of the year: two harmonics and a rush in the weeks before the end of the year. */
    public static double yearly(int dayOfYear) {
        double turn = 2 * Math.PI / 365.25;
        double rush = (dayOfYear - 337) / 12.0;
        return StrictMath.exp(0.16 * StrictMath.cos(turn * (dayOfYear - 330))
                + 0.07 * StrictMath.cos(2 * turn * (dayOfYear - 110))
                + 0.40 * StrictMath.exp(-rush * rush / 2));
    }

    /** Years since the first day. */
    double years(int day) {
        return day / 365.25;
    }

    /** Shop time when a day begins; day {@link #days()} gives the end. */
    double opening(int day) {
        return clock[day];
    }

    double end() {
        return clock[days()];
    }

    /** The day a moment of shop time falls on. */
    int dayAt(double shopTime) {
        int found = Arrays.binarySearch(clock, shopTime);
        return found >= 0 ? Math.min(found, days() - 1) : -found - 2;
    }

    /** The second of its day a moment of shop time falls on. */
    int secondAt(double shopTime) {
        int day = dayAt(shopTime);
        double passed = (shopTime - clock[day]) / (clock[day + 1] - clock[day]);
        int hour = 0;
        while (hour < 23 && hourEnd[hour] <= passed) {
            hour++;
        }
        double begin = hour == 0 ? 0 : hourEnd[hour - 1];
        return hour * 3600 + (int) Math.min(3599, 3600 * (passed - begin) / (hourEnd[hour] - begin));
    }

    OffsetDateTime time(int day, int second) {
        return OffsetDateTime.of(date(day), LocalTime.ofSecondOfDay(second), offset[day]);
    }

    OffsetDateTime time(double shopTime) {
        return time(dayAt(shopTime), secondAt(shopTime));
    }
}
