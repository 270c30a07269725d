package io.smartcrm.local.shop;

import io.smartcrm.local.shop.Dice.Purpose;
import java.util.Arrays;

/**
 * Everyone who ever buys. A person is drawn from the seed and a number alone, so a population of a million takes no
 * memory but its births per day.
 */
public final class Population {
    /** Yearly growth of the births (log scale). */
    public static final double GROWTH = 0.10;

    /** Beta distribution of {@link Habits#returning()}: mean 1 / 16. */
    static final double RETURNING_A = 1.2;

    static final double RETURNING_B = 18;
    private static final double OPENING_RUSH = 6;
    private static final double OPENING_RUSH_DAYS = 21;

    private final long seed;
    private final ShopCalendar calendar;
    private final PurchaseModel purchases;
    private final SpendModel spend;
    private final int tastes;
    private final Registry registry;
    private final int[] bornBefore;

    Population(long seed, int orders, ShopCalendar calendar, PurchaseModel purchases, SpendModel spend, int tastes) {
        this.seed = seed;
        this.calendar = calendar;
        this.purchases = purchases;
        this.spend = spend;
        this.tastes = tastes;
        this.registry = new Registry(seed);
        this.bornBefore = births(orders);
    }

    public PurchaseModel purchases() {
        return purchases;
    }

    public SpendModel spend() {
        return spend;
    }

    /** Customers who join within the history. */
    public int customers() {
        return bornBefore[calendar.days()];
    }

    /** A customer by number, 0 to {@link #customers()} - 1. */
    public Person person(int number) {
        Dice dice = Dice.of(seed, Purpose.HABITS, number);
        Habits habits = new Habits(
                purchases.drawRate(dice),
                purchases.drawLeaving(dice),
                spend.drawNu(dice),
                dice.beta(RETURNING_A, RETURNING_B),
                dice.below(tastes));
        int day = dayOfBirth(number);
        double born = calendar.opening(day) + (calendar.opening(day + 1) - calendar.opening(day)) * dice.uniform();
        return new Person(number, born, registry.profile(number, calendar.time(born)), habits);
    }

    /** The first of the customers born on a day; those of the day end before the first of the next day. */
    int firstBornOn(int day) {
        return bornBefore[day];
    }

    private int dayOfBirth(int number) {
        if (number < 0 || number >= customers()) {
            throw new IndexOutOfBoundsException("No customer " + number + " among " + customers());
        }
        int found = Arrays.binarySearch(bornBefore, number);
        if (found < 0) {
            return -found - 2;
        }
        int day = found;
        while (bornBefore[day + 1] == number) {
            day++;
        }
        return day;
    }

    private int[] births(int orders) {
        double[] share = new double[calendar.days()];
        double expectedOrders = 0;
        for (int day = 0; day < share.length; day++) {
            double rush = 1 + OPENING_RUSH * StrictMath.exp(-day / OPENING_RUSH_DAYS);
            share[day] = calendar.factor(day) * StrictMath.exp(GROWTH * calendar.years(day)) * rush;
            expectedOrders += share[day] * (1 + purchases.expectedRepeats(calendar.end() - calendar.opening(day)));
        }
        int[] before = new int[share.length + 1];
        for (int day = 0; day < share.length; day++) {
            double mean = orders * share[day] / expectedOrders;
            before[day + 1] = before[day] + Dice.of(seed, Purpose.BIRTHS, day).poisson(mean);
        }
        return before;
    }
}
