package io.smartcrm.local.shop;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much happens in the shop. Counts are expectations of the model; a seed lands within a few per cent of them. */
public enum Size {
    /** About 5,000 orders, 13,000 order lines, 1,100 customers; the browsing of every consenting customer. */
    SMALL(5_000, 120, 1.0),
    /** About 500,000 orders, 1.3 million order lines; the browsing of a tenth of the consenting customers. */
    MEDIUM(500_000, 1_000, 0.1),
    /** About 10 million order lines; the browsing of one in fifty of the consenting customers. */
    LARGE((int) (10_000_000 / Size.LINES_PER_ORDER), 5_000, 0.02);

    /** Mean order lines of an order under the shop's spend model and prices. */
    static final double LINES_PER_ORDER = 2.7;

    private final int orders;
    private final int products;
    private final double panelShare;

    Size(int orders, int products, double panelShare) {
        this.orders = orders;
        this.products = products;
        this.panelShare = panelShare;
    }

    static Optional<Size> named(String name) {
        return Arrays.stream(values())
                .filter(size -> size.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Expected orders over the whole history, refunds not counted. */
    public int orders() {
        return orders;
    }

    /** Products in the catalogue; exact. */
    public int products() {
        return products;
    }

    /** Share of the customers who allow analytics whose browsing and contacts are recorded, 0 to 1. */
    public double panelShare() {
        return panelShare;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
