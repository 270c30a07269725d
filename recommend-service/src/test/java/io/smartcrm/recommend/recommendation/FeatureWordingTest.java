package io.smartcrm.recommend.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.recommend.content.Feature;
import io.smartcrm.recommend.content.FeatureGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureWordingTest {
    @Test
    void whatRecordsShareIsSaidInWords() {
        // Given
        Feature brand = new Feature(FeatureGroup.BRAND, "brand", "Oakhurst");
        Feature colour = new Feature(FeatureGroup.COLOUR, "colour", "maroon");
        Feature band = new Feature(FeatureGroup.PRICE, "band", "5");
        Feature edge = new Feature(FeatureGroup.PRICE, "edge", "6");

        // When
        String same = FeatureWording.of(List.of(brand, colour, band), "BLUE MUG");
        String near = FeatureWording.of(List.of(brand, edge), "BLUE MUG");

        // Then
        assertThat(same).isEqualTo("like BLUE MUG: same brand Oakhurst, same colour maroon, similar price");
        assertThat(near).isEqualTo("like BLUE MUG: same brand Oakhurst, not far in price");
    }
}
