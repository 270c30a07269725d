package io.smartcrm.recommend.training;

import io.smartcrm.recommend.catalog.ProductAttributes;
import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.content.AttributeLikeness;
import io.smartcrm.recommend.content.FeatureGroup;
import io.smartcrm.recommend.content.FeatureRows;
import io.smartcrm.recommend.content.FeatureWeights;
import io.smartcrm.recommend.content.ItemRecord;
import io.smartcrm.recommend.recognition.EntityType;
import io.smartcrm.recommend.recognition.Vocabulary;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads which products are alike by what their records say; what an attribute is called is known from the vocabulary. */
final class ReadAttributes {
    /** It changes every day and says nothing of what a product is. */
    private static final String STOCK = "stock";

    private final FeatureWeights weights;
    private final Vocabulary vocabulary = Vocabulary.usual();

    ReadAttributes(FeatureWeights weights) {
        this.weights = weights;
    }

    /** @param products ascending numbers, one an item; of those off sale nothing is read */
    AttributeLikeness read(Connection connection, int[] products) throws SQLException {
        FeatureRows rows = new FeatureRows(products.length, weights);
        ProductAttributes.read(connection, product -> {
            int item = Arrays.binarySearch(products, product.number());
            if (item >= 0) {
                rows.put(item, of(product));
            }
        });
        return rows.likeness(Emphasis.RECENT);
    }

    ItemRecord of(ProductAttributes product) {
        List<ItemRecord.Attribute> attributes = new ArrayList<>();
        product.attributes().forEach((name, value) -> {
            FeatureGroup group =
                    vocabulary.attribute(name).map(ReadAttributes::group).orElse(FeatureGroup.OTHER);
            boolean isBrandAgain =
                    group == FeatureGroup.BRAND && !product.brand().isBlank();
            if (!isBrandAgain && !name.equals(STOCK)) {
                parts(group, value).forEach(part -> attributes.add(new ItemRecord.Attribute(group, name, part)));
            }
        });
        return new ItemRecord(product.category(), product.brand(), attributes, product.price());
    }

    private static FeatureGroup group(EntityType type) {
        return switch (type) {
            case BRAND -> FeatureGroup.BRAND;
            case COLOUR -> FeatureGroup.COLOUR;
            case MATERIAL -> FeatureGroup.MATERIAL;
            case SIZE -> FeatureGroup.SIZE;
            case STYLE, OCCASION, CATEGORY -> FeatureGroup.OTHER;
        };
    }

    /** "cotton, linen" are two. */
    private static List<String> parts(FeatureGroup group, String value) {
        return switch (group) {
            case COLOUR, MATERIAL -> List.of(value.split("\\s*[,;/\u3001\uff0c]\\s*"));
            case CATEGORY, BRAND, SIZE, OTHER, PRICE -> List.of(value);
        };
    }
}
