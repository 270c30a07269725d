package io.smartcrm.local.shop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** One run through all days of the shop. Keeps the customers' next purchases and what is pending, nothing else. */
final class ShopFloor {
    private static final List<String> CHANNELS = List.of("web", "web", "web", "app", "app", "store");

    private final Truth truth;
    private final ShopBooks books;
    private final Agenda agenda;
    private final Shelf shelf;
    private final Shoppers shoppers;
    private final Basket basket;
    private final ReturnsDesk returnsDesk;
    private final ServiceDesk serviceDesk;
    private final Footprints footprints;
    private final Newsletter newsletter;
    private final Consents consents;
    private final List<Interaction> interactionsOfDay = new ArrayList<>();
    private long sales;

    ShopFloor(Truth truth, ShopBooks books) {
        this.truth = truth;
        this.books = books;
        ShopCalendar calendar = truth.calendar();
        Population population = truth.population();
        long seed = truth.seed();
        agenda = new Agenda(calendar.days());
        shelf = truth.newShelf();
        shoppers = new Shoppers(calendar, truth.lifetimes(), population.customers());
        basket = new Basket(seed, population.spend(), shelf);
        returnsDesk = new ReturnsDesk(seed, calendar, agenda, books);
        serviceDesk = new ServiceDesk(seed, calendar, agenda, books);
        consents = new Consents(seed, calendar);
        footprints = new Footprints(seed, calendar, population, agenda, shelf, interactionsOfDay::add);
        newsletter = new Newsletter(seed, calendar, population, consents, shoppers, interactionsOfDay::add);
    }

    void run() {
        for (int day = 0; day < truth.calendar().days(); day++) {
            trade(day);
        }
    }

    private void trade(int day) {
        shelf.stock(day);
        for (int number = truth.population().firstBornOn(day);
                number < truth.population().firstBornOn(day + 1);
                number++) {
            welcome(truth.population().person(number));
        }
        shoppers.purchasesOn(day, truth.population(), (person, purchase, when, then) -> {
            int second = truth.calendar().secondAt(when);
            agenda.at(day, second, () -> sell(person, purchase, day, second, then));
        });
        agenda.run(day);
        newsletter.sendOn(day);
        interactionsOfDay.sort(Comparator.comparing(Interaction::time));
        interactionsOfDay.forEach(books::interaction);
        interactionsOfDay.clear();
    }

    private void welcome(Person person) {
        books.customer(person);
        consents.of(person).forEach(books::consent);
        shoppers.join(person);
        if (truth.observes(person)) {
            newsletter.subscribe(person);
        }
    }

    private void sell(Person person, int purchase, int day, int second, OptionalDouble then) {
        sales++;
        Sale sale = new Sale(
                Codes.code("SO", sales, 8),
                truth.calendar().time(day, second),
                person,
                purchase,
                CHANNELS.get((person.number() + purchase) % CHANNELS.size()),
                basket.fill(person, purchase));
        books.sale(sale);
        boolean leaves = truth.lifetimes().leavesAt(person, purchase);
        boolean troubled = returnsDesk.plan(sale, day);
        serviceDesk.plan(sale, day, troubled, leaves);
        if (truth.observes(person)) {
            footprints.beforeSale(sale, day, second);
            if (!leaves) {
                footprints.planVisits(person, purchase, day, then);
            }
        }
    }
}
