package io.smartcrm.loyalty.account;

import java.time.LocalDate;
import java.util.List;

/**
 * What the programme owes its customers.
 *
 * @param available points to spend
 * @param pending points promised
 * @param debt points that customers owe
 * @param breakageRate share of points that came to an end by expiring rather than being spent, from 0 to 1
 * @param months when the points expire, the next first
 */
public record PointsLiability(long available, long pending, long debt, double breakageRate, List<Month> months) {
    public PointsLiability {
        months = List.copyOf(months);
    }

    /** Of what is owed, the points that will probably expire unspent. */
    public long expectedBreakage() {
        return Math.round(breakageRate * (available + pending));
    }

    /** What is owed less what will probably expire, in minor units. */
    public long expectedCost(long minorUnitsPerThousandPoints) {
        return Math.multiplyExact(available + pending - expectedBreakage(), minorUnitsPerThousandPoints) / 1000;
    }

    /** @param month its first day; year 9999 for points that never expire */
    public record Month(LocalDate month, long points) {}
}
