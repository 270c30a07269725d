package io.smartcrm.recommend.content;

import static java.util.Objects.requireNonNull;

/**
 * Something that items can have in common.
 *
 * @param name of the attribute, in {@link FeatureGroup#PRICE} what part of the scale the value numbers
 * @param value as the first record wrote it; of a category the levels down to it
 */
public record Feature(FeatureGroup group, String name, String value) {
    /** Prices in the same band; otherwise the end of a band, which neighbouring bands share. */
    static final String BAND = "band";

    static final String EDGE = "edge";

    public Feature {
        requireNonNull(group, "group is null");
        requireNonNull(name, "name is null");
        requireNonNull(value, "value is null");
    }

    /** Whether items that share it have prices in the same band. */
    public boolean isPriceBand() {
        return group == FeatureGroup.PRICE && name.equals(BAND);
    }

    /** Nobody finds an item like another by the price alone. */
    boolean finds() {
        return group != FeatureGroup.PRICE;
    }
}
