package io.smartcrm.local.shop;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The demo shop. The same size, seed and last day give the same story to the last byte.
 *
 * @param size how much happens
 * @param seed any number
 * @param lastDay the day the 157 weeks of history end; no clock is asked
 */
public record ShopSimulation(Size size, long seed, LocalDate lastDay) {

    /** A Sunday, so that the history is made of whole ISO weeks. */
    public static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 27);

    public ShopSimulation {
        requireNonNull(size, "size is null");
        requireNonNull(lastDay, "lastDay is null");
    }

    public ShopSimulation(Size size, long seed) {
        this(size, seed, LAST_DAY);
    }

    /** What drives the shop, without running it. */
    public Truth truth() {
        return new Truth(this);
    }

    /** Tells the whole story to the books, in a few tens of megabytes of memory whatever the number of orders. */
    public void run(ShopBooks books) {
        new ShopFloor(truth(), requireNonNull(books, "books is null")).run();
    }
}
