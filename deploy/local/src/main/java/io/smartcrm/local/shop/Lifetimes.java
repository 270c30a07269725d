package io.smartcrm.local.shop;

import io.smartcrm.local.shop.Dice.Purpose;
import java.util.OptionalDouble;

/** When customers buy and leave, drawn from the seed, the customer and the count of purchases alone. */
final class Lifetimes {
    private final long seed;
    private final ShopCalendar calendar;

    Lifetimes(long seed, ShopCalendar calendar) {
        this.seed = seed;
        this.calendar = calendar;
    }

    /** Does the customer leave at this purchase? Purchase 0 is the birth, after which nobody leaves. */
    boolean leavesAt(Person person, int purchase) {
        return purchase > 0
                && Dice.of(seed, Purpose.LEAVING, person.number(), purchase)
                        .chance(person.habits().leaving());
    }

    /** Shop time of the purchase after the given one; none when the customer leaves or the history ends before. */
    OptionalDouble next(Person person, int purchase, double when) {
        if (leavesAt(person, purchase)) {
            return OptionalDouble.empty();
        }
        double gap = Dice.of(seed, Purpose.GAP, person.number(), purchase).exponential()
                / person.habits().rate();
        double next = when + gap;
        return next < calendar.end() ? OptionalDouble.of(next) : OptionalDouble.empty();
    }

    Life of(Person person) {
        double when = person.born();
        int purchase = 0;
        for (OptionalDouble next = next(person, 0, when); next.isPresent(); next = next(person, purchase, when)) {
            when = next.getAsDouble();
            purchase++;
        }
        return new Life(person.born(), when, purchase, !leavesAt(person, purchase));
    }
}
