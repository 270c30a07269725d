package io.smartcrm.forecast.plan;

import io.smartcrm.forecast.plan.DemandPlan.Promotion;
import io.smartcrm.proto.forecast.v1.PlannedPrice;
import io.smartcrm.proto.forecast.v1.PlannedPromotion;
import io.smartcrm.wire.Failure;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Days, promotions and prices as messages say them. */
public final class DaysGrpc {
    private static final int LONGEST_QUOTE = 30;

    private DaysGrpc() {}

    public static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            String quoted = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
            throw Failure.invalid(field, "'" + quoted + "' is not a day such as 2026-11-23");
        }
    }

    public static Promotion promotion(String field, PlannedPromotion promotion) {
        LocalDate first = day(field + ".firstDay", promotion.getFirstDay());
        LocalDate last = day(field + ".lastDay", promotion.getLastDay());
        if (last.isBefore(first)) {
            throw Failure.invalid(field + ".lastDay", last + " is before " + first);
        }
        return new Promotion(first, last);
    }

    /** What a price is; its day is another matter. */
    public static double price(String field, PlannedPrice price) {
        if (!(price.getPrice() > 0) || Double.isInfinite(price.getPrice())) {
            throw Failure.invalid(field + ".price", price.getPrice() + " is not above 0");
        }
        return price.getPrice();
    }
}
