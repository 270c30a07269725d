package io.smartcrm.local.shop;

/**
 * A product.
 *
 * @param index 0-based place in the catalogue
 * @param launchPrice price in cents of EUR at the launch
 */
public record Product(
        int index,
        String code,
        Traits traits,
        ProductText english,
        ProductText chinese,
        long launchPrice,
        Demand demand) {

    public String name() {
        return english.name();
    }

    public String category() {
        return traits.kind().category();
    }
}
