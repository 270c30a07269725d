package io.smartcrm.recommend.content;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;

/**
 * What it counts that two items agree in a group of features: of items of which all groups are known the likeness is the
 * weight of what they agree in, as a part of all weights. A group counts its weight however many features it has.
 *
 * @param of finite and not negative; a group that is not named counts nothing
 * @param priceBand how many times its lowest price the highest of a band is, above 1
 * @param neighbourBand how alike prices in neighbouring bands are, where 1 is the same band; 0 to 0.5, as with more of it
 *     a price would be liker its neighbours than a cosine can tell
 */
public record FeatureWeights(Map<FeatureGroup, Double> of, double priceBand, double neighbourBand) {
    public static final FeatureWeights DEFAULT = new FeatureWeights(
            Map.of(
                    FeatureGroup.CATEGORY, 3.0,
                    FeatureGroup.BRAND, 2.0,
                    FeatureGroup.COLOUR, 1.0,
                    FeatureGroup.MATERIAL, 1.0,
                    FeatureGroup.SIZE, .5,
                    FeatureGroup.OTHER, .5,
                    FeatureGroup.PRICE, 1.0),
            1.5,
            .5);

    public FeatureWeights {
        requireNonNull(of, "of is null");
        of.forEach((group, weight) -> {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException(
                        "weight of " + group + " must be finite and not negative: " + weight);
            }
        });
        if (!(priceBand > 1) || Double.isInfinite(priceBand)) {
            throw new IllegalArgumentException("priceBand must be finite and above 1: " + priceBand);
        }
        if (!(neighbourBand >= 0 && neighbourBand <= .5)) {
            throw new IllegalArgumentException("neighbourBand must be 0 to 0.5: " + neighbourBand);
        }
        of = Map.copyOf(of);
    }

    public double of(FeatureGroup group) {
        return of.getOrDefault(group, 0.0);
    }

    public FeatureWeights with(FeatureGroup group, double weight) {
        Map<FeatureGroup, Double> changed = new EnumMap<>(FeatureGroup.class);
        changed.putAll(of);
        changed.put(group, weight);
        return new FeatureWeights(changed, priceBand, neighbourBand);
    }

    /** The band of a price: band b holds the prices from {@code priceBand^b} up to {@code priceBand^(b + 1)}. */
    int band(double price) {
        // A price that is a power of the width must not fall below it by rounding.
        return (int) Math.floor(Math.log(price) / Math.log(priceBand) + 1e-9);
    }
}
