package io.smartcrm.local.shop;

import io.smartcrm.local.shop.Dice.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is on sale on a day, at which price, and how strongly each product pulls. */
final class Shelf {
    /** A line stays within the taste of its basket with this probability and else comes from the whole shelf. */
    static final double LINE_KEEPS_TASTE = 0.85;

    /** A basket follows the taste of its customer with this probability and else any taste. */
    static final double BASKET_KEEPS_TASTE = 0.8;

    /** How often a line is tried with one of the customer's favourites first. */
    static final double ASKS_FOR_FAVOURITE = 0.5;

    static final int FAVOURITES = 3;
    private static final double STRONGEST_PULL = 4;

    private final long seed;
    private final Catalogue catalogue;
    private final PriceList priceList;
    private final Promotions promotions;
    private final ShopCalendar calendar;
    private final double[] pull;
    private final long[] regular;
    private final long[] charged;
    private final Wheel everything;
    private final List<Wheel> byTaste = new ArrayList<>();
    private final List<Wheel> favourites = new ArrayList<>();

    Shelf(long seed, Catalogue catalogue, PriceList priceList, Promotions promotions, ShopCalendar calendar) {
        this.seed = seed;
        this.catalogue = catalogue;
        this.priceList = priceList;
        this.promotions = promotions;
        this.calendar = calendar;
        int size = catalogue.products().size();
        pull = new double[size];
        regular = new long[size];
        charged = new long[size];
        everything = new Wheel(catalogue.products());
        double[] lasting = catalogue.products().stream()
                .mapToDouble(product ->
                        product.demand().intermittent() ? 0 : product.demand().weight())
                .toArray();
        for (int taste = 0; taste < catalogue.tastes().size(); taste++) {
            int wanted = taste;
            List<Product> members = catalogue.products().stream()
                    .filter(product -> product.demand().taste() == wanted)
                    .toList();
            byTaste.add(new Wheel(members));
            Wheel favourite = new Wheel(members);
            favourite.weigh(lasting);
            favourites.add(favourite);
        }
    }

    /** Sets prices and pulls for a day. */
    void stock(int day) {
        LocalDate date = calendar.date(day);
        for (Product product : catalogue.products()) {
            int index = product.index();
            Demand demand = product.demand();
            regular[index] = priceList.price(product, day);
            charged[index] = regular[index];
            pull[index] = askedFor(product, day)
                    ? demand.interval()
                            * product.traits().kind().season(date.getDayOfYear())
                            * StrictMath.exp(demand.trend() * calendar.years(day))
                    : 0;
        }
        for (Promotion promotion : promotions.running(day)) {
            for (Product product : promotion.products()) {
                pull[product.index()] *= promotion.lift();
                charged[product.index()] = promotion.reduced(regular[product.index()]);
            }
        }
        double[] weights = new double[pull.length];
        Arrays.setAll(
                weights, i -> pull[i] * catalogue.products().get(i).demand().weight());
        everything.weigh(weights);
        byTaste.forEach(wheel -> wheel.weigh(weights));
    }

    /** The taste a basket or visit of a customer follows. */
    int theme(Person person, Dice dice) {
        return dice.chance(BASKET_KEEPS_TASTE) ? person.habits().taste() : dice.below(byTaste.size());
    }

    /** A product for a line of a basket. */
    Product pick(Person person, int theme, Dice dice) {
        if (dice.chance(ASKS_FOR_FAVOURITE)) {
            int favourite = favourite(person, dice.below(FAVOURITES));
            if (dice.chance(pull[favourite] / STRONGEST_PULL)) {
                return catalogue.products().get(favourite);
            }
        }
        Wheel wheel = dice.chance(LINE_KEEPS_TASTE) ? byTaste.get(theme) : everything;
        return catalogue.products().get(wheel.weight() > 0 ? wheel.spin(dice) : everything.spin(dice));
    }

    /** What a customer buys again and again, by rank from 0. */
    int favourite(Person person, int rank) {
        return favourites.get(person.habits().taste()).spin(Dice.of(seed, Purpose.FAVOURITE, person.number(), rank));
    }

    /** Price of a product in cents without any promotion. */
    long regularPrice(Product product) {
        return regular[product.index()];
    }

    /** Price of a product in cents today. */
    long price(Product product) {
        return charged[product.index()];
    }

    private boolean askedFor(Product product, int day) {
        Demand demand = product.demand();
        return day >= demand.launchDay()
                && (!demand.intermittent()
                        || Dice.of(seed, Purpose.LULL, product.index(), day / 7).chance(1.0 / demand.interval()));
    }
}
