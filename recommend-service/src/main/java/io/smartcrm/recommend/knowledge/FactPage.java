package io.smartcrm.recommend.knowledge;

/**
 * Which products of an entity are asked for.
 *
 * @param confidence of the last fact of the page before, above 1 for the first page
 * @param product its number
 */
record FactPage(String entity, int size, float confidence, int product) {
    private static final float FIRST = 2;

    static FactPage first(String entity, int size) {
        return new FactPage(entity, size, FIRST, 0);
    }

    /** Everything but the place, to which a page token belongs. */
    String fingerprint() {
        return "products of " + entity;
    }
}
