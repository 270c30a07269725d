package io.smartcrm.recommend.recognition;

/** A size that a pattern found and no record has. */
final class SizeAlias {
    private static final double RELIABILITY = .9;

    private SizeAlias() {}

    static Alias of(String name) {
        return new Alias(new Entity(EntityType.SIZE, name), name, Alias.Origin.VOCABULARY, RELIABILITY);
    }
}
