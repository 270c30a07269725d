package io.smartcrm.recommend.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.recommend.catalog.ProductAttributes;
import io.smartcrm.recommend.content.FeatureGroup;
import io.smartcrm.recommend.content.FeatureWeights;
import io.smartcrm.recommend.content.ItemRecord;
import io.smartcrm.recommend.content.ItemRecord.Attribute;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReadAttributesTest {
    @Test
    void attributesAreKnownByTheirNamesInAnyLanguage() {
        // Given
        ProductAttributes product = new ProductAttributes(
                7,
                List.of("Garden"),
                "Oakhurst",
                new TreeMap<>(Map.of(
                        "Color", "red, white", "材质", "棉", "maker", "Oakhurst Ltd", "stock", "7", "care", "wipe")),
                12);

        // When
        ItemRecord read = new ReadAttributes(FeatureWeights.DEFAULT).of(product);

        // Then
        assertThat(read.attributes())
                .containsExactlyInAnyOrder(
                        new Attribute(FeatureGroup.COLOUR, "Color", "red"),
                        new Attribute(FeatureGroup.COLOUR, "Color", "white"),
                        new Attribute(FeatureGroup.MATERIAL, "材质", "棉"),
                        new Attribute(FeatureGroup.OTHER, "care", "wipe"));
        assertThat(read.category()).containsExactly("Garden");
        assertThat(read.brand()).isEqualTo("Oakhurst");
        assertThat(read.price()).isEqualTo(12);
    }
}
