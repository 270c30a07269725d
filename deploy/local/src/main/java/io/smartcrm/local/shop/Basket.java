package io.smartcrm.local.shop;

import io.smartcrm.local.shop.Dice.Purpose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Fills baskets: the customer sets out to spend a Gamma-Gamma amount on a few products of one taste and chooses
 * quantities so that the sum at regular prices comes as near to it as whole pieces allow. A price cut is money saved.
 */
final class Basket {
    private static final double SPEND_PER_EXTRA_LINE = 32;
    private static final int MOST_LINES = 20;
    private static final int TRIES = 5;

    private final long seed;
    private final SpendModel spend;
    private final Shelf shelf;

    Basket(long seed, SpendModel spend, Shelf shelf) {
        this.seed = seed;
        this.spend = spend;
        this.shelf = shelf;
    }

    /** The lines of a customer's nth purchase, dearest product first, at least one. */
    List<OrderLine> fill(Person person, int purchase) {
        Dice dice = Dice.of(seed, Purpose.BASKET, person.number(), purchase);
        double budget = 100 * spend.drawOrder(dice, person.habits().nu());
        int wanted = Math.min(MOST_LINES, 1 + dice.poisson(budget / (100 * SPEND_PER_EXTRA_LINE)));
        return share(budget, choose(person, wanted, dice));
    }

    private List<Product> choose(Person person, int wanted, Dice dice) {
        int theme = shelf.theme(person, dice);
        List<Product> chosen = new ArrayList<>(wanted);
        for (int tries = wanted * TRIES; tries > 0 && chosen.size() < wanted; tries--) {
            Product product = shelf.pick(person, theme, dice);
            if (chosen.stream().noneMatch(other -> other.index() == product.index())) {
                chosen.add(product);
            }
        }
        chosen.sort(Comparator.comparingLong(shelf::regularPrice)
                .reversed()
                .thenComparing(Comparator.comparingInt(Product::index)));
        return chosen;
    }

    private List<OrderLine> share(double budget, List<Product> products) {
        List<OrderLine> lines = new ArrayList<>(products.size());
        double rest = budget;
        for (int place = 0; place < products.size(); place++) {
            Product product = products.get(place);
            boolean isLast = place == products.size() - 1;
            double part = rest / (products.size() - place);
            int fewest = isLast && lines.isEmpty() ? 1 : 0;
            int quantity = Math.max(fewest, (int) Math.round(part / shelf.regularPrice(product)));
            if (quantity > 0) {
                lines.add(new OrderLine(lines.size() + 1, product, quantity, shelf.price(product)));
                rest -= quantity * shelf.regularPrice(product);
            }
        }
        return lines;
    }
}
