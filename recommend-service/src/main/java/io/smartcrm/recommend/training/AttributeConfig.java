package io.smartcrm.recommend.training;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smartcrm.recommend.content.FeatureGroup;
import io.smartcrm.recommend.content.FeatureWeights;
import java.util.Map;

/**
 * What it counts that two products agree in what their records say, in proportion to each other: with the defaults the
 * kind of thing is a third of nine, and the same brand counts as much as colour and material together. 0 leaves a group
 * out. A change counts from the next training on.
 */
@ConfigMapping(prefix = "smartcrm.attributes")
interface AttributeConfig {
    /** All levels of the category together. */
    @WithDefault("3")
    double category();

    @WithDefault("2")
    double brand();

    @WithDefault("1")
    double colour();

    @WithDefault("1")
    double material();

    @WithDefault("0.5")
    double size();

    /** All other attributes together. */
    @WithDefault("0.5")
    double other();

    @WithDefault("1")
    double price();

    /** How many times its lowest price the highest of a price band is, above 1. */
    @WithDefault("1.5")
    double priceBand();

    /** How alike prices in neighbouring bands are, where 1 is the same band; 0 to 0.5. */
    @WithDefault("0.5")
    double neighbourBand();

    /** @throws IllegalArgumentException when a value is out of its range */
    static FeatureWeights weights(AttributeConfig config) {
        return new FeatureWeights(
                Map.of(
                        FeatureGroup.CATEGORY, config.category(),
                        FeatureGroup.BRAND, config.brand(),
                        FeatureGroup.COLOUR, config.colour(),
                        FeatureGroup.MATERIAL, config.material(),
                        FeatureGroup.SIZE, config.size(),
                        FeatureGroup.OTHER, config.other(),
                        FeatureGroup.PRICE, config.price()),
                config.priceBand(),
                config.neighbourBand());
    }
}
