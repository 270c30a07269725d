package io.smartcrm.recommend.recommendation;

import io.smartcrm.recommend.content.Feature;
import java.util.List;
import java.util.stream.Collectors;

/** Puts words to what records have in common, as "like BLUE MUG: same brand Oakhurst, same colour maroon, similar price". */
final class FeatureWording {
    /** More would not be read. */
    private static final int MOST = 5;

    private FeatureWording() {}

    /** @param shared what counts most first, at least one */
    static String of(List<Feature> shared, String name) {
        return shared.stream()
                .limit(MOST)
                .map(FeatureWording::of)
                .collect(Collectors.joining(", ", "like " + name + ": ", ""));
    }

    private static String of(Feature feature) {
        return switch (feature.group()) {
            case CATEGORY, BRAND, COLOUR, MATERIAL, SIZE, OTHER -> "same " + feature.name() + " " + feature.value();
            case PRICE -> feature.isPriceBand() ? "similar price" : "not far in price";
        };
    }
}
