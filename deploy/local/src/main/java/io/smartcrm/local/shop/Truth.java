package io.smartcrm.local.shop;

import io.smartcrm.local.shop.Dice.Purpose;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that drives the shop and that a system working on its files can only estimate. */
public final class Truth {
    private final ShopSimulation simulation;
    private final ShopCalendar calendar;
    private final Catalogue catalogue;
    private final Population population;
    private final Lifetimes lifetimes;
    private final PriceList priceList;
    private final Promotions promotions;
    private final Consents consents;

    Truth(ShopSimulation simulation) {
        this.simulation = simulation;
        long seed = simulation.seed();
        calendar = new ShopCalendar(simulation.lastDay());
        catalogue = new Catalogue(seed, simulation.size().products(), calendar);
        population = new Population(
                seed,
                simulation.size().orders(),
                calendar,
                PurchaseModel.DEMO,
                SpendModel.DEMO,
                catalogue.tastes().size());
        lifetimes = new Lifetimes(seed, calendar);
        priceList = new PriceList(seed, catalogue, calendar);
        promotions = new Promotions(seed, catalogue, calendar);
        consents = new Consents(seed, calendar);
    }

    public ShopSimulation simulation() {
        return simulation;
    }

    public ShopCalendar calendar() {
        return calendar;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Population population() {
        return population;
    }

    public List<Promotion> promotions() {
        return promotions.all();
    }

    /** When a customer bought and whether the customer is still there at the end. */
    public Life life(Person person) {
        return lifetimes.of(person);
    }

    /** Regular price in cents by the day it begins, counted from the first day. */
    public NavigableMap<Integer, Long> prices(Product product) {
        return priceList.history(product);
    }

    /** Whether the customer's browsing and contacts are in the interactions. */
    public boolean observes(Person person) {
        return Dice.of(seed(), Purpose.PANEL, person.number())
                        .chance(simulation.size().panelShare())
                && consents.alwaysAllow(person, "analytics");
    }

    /** The probabilities of the model that are the same for everyone, by name. */
    public SortedMap<String, Double> constants() {
        SortedMap<String, Double> constants = new TreeMap<>();
        constants.put("basketKeepsTaste", Shelf.BASKET_KEEPS_TASTE);
        constants.put("lineKeepsTaste", Shelf.LINE_KEEPS_TASTE);
        constants.put("asksForFavourite", Shelf.ASKS_FOR_FAVOURITE);
        constants.put("cancelled", ReturnsDesk.CANCELLED);
        constants.put("returningA", Population.RETURNING_A);
        constants.put("returningB", Population.RETURNING_B);
        constants.put("caseOfAnyOrder", ServiceDesk.CASE_OF_ANY_ORDER);
        constants.put("caseOfReturn", ServiceDesk.CASE_OF_RETURN);
        constants.put("caseOfLeaving", ServiceDesk.CASE_OF_LEAVING);
        constants.put("satisfaction", ServiceDesk.SATISFACTION);
        constants.put("satisfactionOfLeaving", ServiceDesk.SATISFACTION_OF_LEAVING);
        constants.put("visitsBetweenPurchases", Footprints.VISITS_BETWEEN);
        constants.put("letterOpened", Newsletter.OPENS);
        constants.put("letterOpenedWhenGone", Newsletter.OPENS_WHEN_GONE);
        constants.put("consentWithdrawn", Consents.WITHDRAWN);
        constants.put("birthsGrowthPerYear", Population.GROWTH);
        return constants;
    }

    long seed() {
        return simulation.seed();
    }

    Lifetimes lifetimes() {
        return lifetimes;
    }

    PriceList priceList() {
        return priceList;
    }

    Shelf newShelf() {
        return new Shelf(seed(), catalogue, priceList, promotions, calendar);
    }
}
