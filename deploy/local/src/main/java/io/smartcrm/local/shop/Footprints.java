package io.smartcrm.local.shop;

import io.smartcrm.local.shop.Dice.Purpose;
import io.smartcrm.local.shop.Interaction.Browsing;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Visits to the web shop: a session before each sale, and sessions of just looking while a customer stays. */
final class Footprints {
    /** Mean visits without a purchase between two purchases. */
    static final double VISITS_BETWEEN = 1.2;

    static final double CLICKS = 0.4;
    static final double ABANDONS = 0.1;
    private static final int LONGEST_SESSION = 1200;
    private static final int DAY = 24 * 3600;

    private final long seed;
    private final ShopCalendar calendar;
    private final Population population;
    private final Agenda agenda;
    private final Shelf shelf;
    private final Consumer<Interaction> log;
    private long sessions;
    private long events;

    Footprints(
            long seed,
            ShopCalendar calendar,
            Population population,
            Agenda agenda,
            Shelf shelf,
            Consumer<Interaction> log) {
        this.seed = seed;
        this.calendar = calendar;
        this.population = population;
        this.agenda = agenda;
        this.shelf = shelf;
        this.log = log;
    }

    /** What led to a sale: every product bought is viewed and put into the cart, and others are looked at. */
    void beforeSale(Sale sale, int day, int second) {
        Dice dice = Dice.of(seed, Purpose.BROWSING, sale.customer().number(), sale.purchase());
        Session session = new Session(sale.customer(), day, second - LONGEST_SESSION);
        for (OrderLine line : sale.lines()) {
            int viewed = second - dice.within(600, LONGEST_SESSION);
            session.note(viewed, "Product Viewed", line.product());
            session.note(viewed + 30, "Product Clicked", line.product());
            session.note(second - dice.within(30, 500), "Product Added", line.product());
        }
        look(session, dice, dice.poisson(1.5));
    }

    /** Plans visits between a purchase and the next one or the end. */
    void planVisits(Person person, int purchase, int day, OptionalDouble then) {
        int until = then.isPresent() ? calendar.dayAt(then.getAsDouble()) : calendar.days();
        if (until <= day + 1) {
            return;
        }
        int number = person.number();
        Dice dice = Dice.of(seed, Purpose.PLANNING_VISITS, number, purchase);
        int visits = dice.poisson(VISITS_BETWEEN);
        for (int visit = 0; visit < visits; visit++) {
            int on = dice.within(day + 1, until - 1);
            int second = dice.within(8 * 3600, 22 * 3600);
            agenda.at(on, second, () -> visit(number, on, second));
        }
    }

    /** A visit is planned by the customer's number alone: many wait for their day. */
    private void visit(int number, int day, int second) {
        Dice dice = Dice.of(seed, Purpose.VISIT, number, (long) day * DAY + second);
        look(new Session(population.person(number), day, second), dice, 1 + dice.poisson(2));
    }

    private void look(Session session, Dice dice, int products) {
        int theme = shelf.theme(session.person, dice);
        for (int i = 0; i < products; i++) {
            Product product = shelf.pick(session.person, theme, dice);
            int viewed = session.begin + dice.below(600);
            session.note(viewed, "Product Viewed", product);
            if (dice.chance(CLICKS)) {
                session.note(viewed + 20, "Product Clicked", product);
            }
            if (dice.chance(ABANDONS)) {
                session.note(viewed + 40, "Product Added", product);
            }
        }
    }

    private final class Session {
        private final Person person;
        private final int day;
        private final int begin;
        private final String id;

        Session(Person person, int day, int begin) {
            this.person = person;
            this.day = day;
            this.begin = begin;
            this.id = Codes.code("S", ++sessions, 8);
        }

        void note(int second, String event, Product product) {
            log.accept(new Browsing(
                    Codes.code("B", ++events, 9),
                    calendar.time(day, second),
                    person.profile().id(),
                    event,
                    id,
                    product,
                    shelf.price(product)));
        }
    }
}
