package io.smartcrm.recommend.content;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the record of an item says.
 *
 * @param category from the root down; empty when nobody said
 * @param brand empty when nobody said
 * @param price in whole units of its currency; not above 0, or not a number, when nobody said
 */
public record ItemRecord(List<String> category, String brand, List<Attribute> attributes, double price) {
    /**
     * One value of an attribute.
     *
     * @param name told in group {@code OTHER} only; the same colour is the same whatever the attribute is called
     */
    public record Attribute(FeatureGroup group, String name, String value) {
        public Attribute {
            requireNonNull(group, "group is null");
            requireNonNull(name, "name is null");
            requireNonNull(value, "value is null");
        }
    }

    public ItemRecord {
        requireNonNull(brand, "brand is null");
        category = List.copyOf(category);
        attributes = List.copyOf(attributes);
    }
}
