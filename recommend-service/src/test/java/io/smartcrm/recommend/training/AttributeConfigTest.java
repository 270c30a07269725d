package io.smartcrm.recommend.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smartcrm.recommend.content.FeatureGroup;
import io.smartcrm.recommend.content.FeatureWeights;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributeConfigTest {
    @Test
    void defaultsAreThoseOfTheCore() {
        assertThat(AttributeConfig.weights(config(Map.of()))).isEqualTo(FeatureWeights.DEFAULT);
    }

    @Test
    void everyKeyCanBeSet() {
        // When
        FeatureWeights weights = AttributeConfig.weights(config(Map.of(
                "smartcrm.attributes.category", "1",
                "smartcrm.attributes.brand", "0",
                "smartcrm.attributes.colour", "0.3",
                "smartcrm.attributes.material", "4",
                "smartcrm.attributes.size", "5",
                "smartcrm.attributes.other", "6",
                "smartcrm.attributes.price", "7",
                "smartcrm.attributes.price-band", "2",
                "smartcrm.attributes.neighbour-band", "0.1")));

        // Then
        assertThat(weights)
                .isEqualTo(new FeatureWeights(
                        Map.of(
                                FeatureGroup.CATEGORY, 1.0,
                                FeatureGroup.BRAND, 0.0,
                                FeatureGroup.COLOUR, .3,
                                FeatureGroup.MATERIAL, 4.0,
                                FeatureGroup.SIZE, 5.0,
                                FeatureGroup.OTHER, 6.0,
                                FeatureGroup.PRICE, 7.0),
                        2,
                        .1));
    }

    @Test
    void aWeightOutOfRangeIsRefused() {
        assertThatThrownBy(() -> AttributeConfig.weights(config(Map.of("smartcrm.attributes.colour", "-1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("COLOUR");
    }

    private static AttributeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(AttributeConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(AttributeConfig.class);
    }
}
