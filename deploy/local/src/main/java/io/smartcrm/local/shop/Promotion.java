package io.smartcrm.local.shop;

import java.util.List;

/**
 * A price cut on products of one kind.
 *
 * @param firstDay first day, counted from the first day of the history
 * @param lastDay last day, included
 * @param cut share taken off the regular price
 * @param lift factor on the pull of each product while it lasts; sales rise some 5 to 10 % less against rivals without an
 *     offer, because a product stands in a basket once
 */
public record Promotion(
        String code, Kind kind, int firstDay, int lastDay, double cut, double lift, List<Product> products) {

    public Promotion {
        products = List.copyOf(products);
    }

    boolean runs(int day) {
        return day >= firstDay && day <= lastDay;
    }

    long reduced(long price) {
        return Math.max(1, Math.round(price * (1 - cut)));
    }
}
