package io.smartcrm.local.shop;

import io.smartcrm.local.shop.Dice.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Regular prices over time; price cuts of promotions come on top. */
final class PriceList {
    private final List<NavigableMap<Integer, Long>> prices = new ArrayList<>();

    PriceList(long seed, Catalogue catalogue, ShopCalendar calendar) {
        for (Product product : catalogue.products()) {
            prices.add(history(Dice.of(seed, Purpose.PRICE, product.index()), product, calendar.days()));
        }
    }

    /** Regular price in cents by the day it begins. */
    NavigableMap<Integer, Long> history(Product product) {
        return prices.get(product.index());
    }

    /** Regular price in cents on a day; before the launch the launch price. */
    long price(Product product, int day) {
        return history(product)
                .floorEntry(Math.max(day, product.demand().launchDay()))
                .getValue();
    }

    /** The nearest price that ends in 9. */
    static long priceTag(double cents) {
        return Math.max(99, Math.round((cents - 9) / 10) * 10 + 9);
    }

    private static NavigableMap<Integer, Long> history(Dice dice, Product product, int days) {
        NavigableMap<Integer, Long> history = new TreeMap<>();
        int day = product.demand().launchDay();
        long price = product.launchPrice();
        while (day < days) {
            history.put(day, price);
            day += dice.within(180, 540);
            price = priceTag(price * (dice.chance(0.85) ? dice.between(1.02, 1.08) : dice.between(0.90, 0.97)));
        }
        return history;
    }
}
