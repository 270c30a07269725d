package io.smartcrm.local.shop;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Who comes to buy on which day: a list of customers for each day, threaded through arrays of 16 bytes a customer, so
 * that memory follows the customers and not the orders.
 */
final class Shoppers {
    private static final int NOBODY = -1;
    private static final double LEFT = -1;

    private final ShopCalendar calendar;
    private final Lifetimes lifetimes;
    private final int[] firstOfDay;
    private final int[] following;
    private final double[] next;
    private final int[] purchases;

    Shoppers(ShopCalendar calendar, Lifetimes lifetimes, int customers) {
        this.calendar = calendar;
        this.lifetimes = lifetimes;
        firstOfDay = new int[calendar.days()];
        Arrays.fill(firstOfDay, NOBODY);
        following = new int[customers];
        next = new double[customers];
        purchases = new int[customers];
    }

    void join(Person person) {
        expect(person.number(), person.born());
    }

    /** Tells all purchases of a day, in no particular order of time, and plans the next one of each customer. */
    void purchasesOn(int day, Population population, Visitor visitor) {
        int customer = firstOfDay[day];
        while (customer != NOBODY) {
            int after = following[customer];
            buyAllDay(population.person(customer), day, visitor);
            customer = after;
        }
    }

    /** Whether the customer has left for good. */
    boolean gone(int customer) {
        return next[customer] == LEFT;
    }

    private void buyAllDay(Person person, int day, Visitor visitor) {
        int customer = person.number();
        OptionalDouble when = OptionalDouble.of(next[customer]);
        while (when.isPresent() && calendar.dayAt(when.getAsDouble()) == day) {
            OptionalDouble then = lifetimes.next(person, purchases[customer], when.getAsDouble());
            visitor.buys(person, purchases[customer], when.getAsDouble(), then);
            purchases[customer]++;
            when = then;
        }
        if (when.isPresent()) {
            expect(customer, when.getAsDouble());
        } else if (lifetimes.leavesAt(person, purchases[customer] - 1)) {
            next[customer] = LEFT;
        }
    }

    private void expect(int customer, double when) {
        int day = calendar.dayAt(when);
        next[customer] = when;
        following[customer] = firstOfDay[day];
        firstOfDay[day] = customer;
    }

    /** Is told of a purchase, its place in the customer's life, its shop time and that of the next one, if any. */
    interface Visitor {
        void buys(Person person, int purchase, double when, OptionalDouble then);
    }
}
