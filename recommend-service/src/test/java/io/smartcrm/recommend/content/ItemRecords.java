package io.smartcrm.recommend.content;

import java.util.List;

/** Records of items, with defaults. */
public final class ItemRecords {
    private ItemRecords() {}

    /** @param colour empty for none */
    public static ItemRecord of(String brand, String colour, double price, String... category) {
        return new ItemRecord(
                List.of(category),
                brand,
                colour.isEmpty() ? List.of() : List.of(attribute(FeatureGroup.COLOUR, "colour", colour)),
                price);
    }

    static ItemRecord of(ItemRecord.Attribute... attributes) {
        return new ItemRecord(List.of(), "", List.of(attributes), Double.NaN);
    }

    static ItemRecord.Attribute attribute(FeatureGroup group, String name, String value) {
        return new ItemRecord.Attribute(group, name, value);
    }
}
