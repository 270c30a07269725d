package io.smartcrm.recommend.content;

import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns records into rows of weighted features, of Euclidean length 1. The n features of a group have the n-th part of its
 * weight each, the levels of a category as well; a price has its band and both ends of it, which the neighbours share. A
 * weight is a square, so that what two items agree in adds up by weight. Records are forgotten once they are read.
 */
public final class FeatureRows {
    /** More values of a group are passed over, as are longer ones, which are texts. */
    private static final int MOST_OF_A_GROUP = 12;

    private static final int LONGEST = 80;
    /** A value met when so many are known is taken for one that no other item has; about 40 MB. */
    private static final int MOST_FEATURES = 200_000;

    private static final String LEVEL = " > ";

    private final FeatureWeights weights;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Feature> features = new ArrayList<>();
    private final int[] starts;
    private int next;
    private int[] column = new int[64];
    private float[] value = new float[64];
    private int end;

    public FeatureRows(int items, FeatureWeights weights) {
        this.weights = weights;
        this.starts = new int[items + 1];
    }

    /**
     * Reads the record of an item.
     *
     * @param item after the one before; items between have no features
     */
    public void put(int item, ItemRecord itemRecord) {
        if (item < next || item >= starts.length - 1) {
            throw new IllegalArgumentException(
                    "item must be in [%d, %d), not %d".formatted(next, starts.length - 1, item));
        }
        skipTo(item);
        Map<Feature, Double> squares = squares(itemRecord);
        double total =
                squares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (total > 0) {
            squares.forEach((feature, square) -> append(feature, (float) Math.sqrt(square / total)));
        }
        skipTo(item + 1);
    }

    private void skipTo(int item) {
        for (; next < item; next++) {
            starts[next + 1] = end;
        }
    }

    private Map<Feature, Double> squares(ItemRecord itemRecord) {
        Map<FeatureGroup, Map<String, Feature>> groups = new EnumMap<>(FeatureGroup.class);
        StringBuilder path = new StringBuilder();
        for (String level : itemRecord.category()) {
            if (isValue(level)) {
                path.append(path.isEmpty() ? "" : LEVEL).append(level.strip());
                add(groups, new Feature(FeatureGroup.CATEGORY, "category", path.toString()));
            }
        }
        addIfValue(groups, FeatureGroup.BRAND, "brand", itemRecord.brand());
        for (ItemRecord.Attribute attribute : itemRecord.attributes()) {
            FeatureGroup group = attribute.group();
            String name = group == FeatureGroup.OTHER
                    ? attribute.name().strip()
                    : group.name().toLowerCase(Locale.ROOT);
            addIfValue(groups, group, name, attribute.value());
        }
        Map<Feature, Double> squares = new LinkedHashMap<>();
        groups.forEach((group, own) -> own.values().forEach(feature -> {
            if (weights.of(group) > 0) {
                squares.put(feature, weights.of(group) / own.size());
            }
        }));
        addPrice(squares, itemRecord.price());
        return squares;
    }

    private static boolean isValue(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    private static void addIfValue(
            Map<FeatureGroup, Map<String, Feature>> groups, FeatureGroup group, String name, String value) {
        if (isValue(name) && isValue(value)) {
            add(groups, new Feature(group, name, value.strip()));
        }
    }

    private static void add(Map<FeatureGroup, Map<String, Feature>> groups, Feature feature) {
        Map<String, Feature> own = groups.computeIfAbsent(feature.group(), any -> new LinkedHashMap<>());
        if (own.size() < MOST_OF_A_GROUP) {
            own.putIfAbsent(key(feature), feature);
        }
    }

    private void addPrice(Map<Feature, Double> squares, double price) {
        double weight = weights.of(FeatureGroup.PRICE);
        if (!(price > 0) || Double.isInfinite(price) || weight == 0) {
            return;
        }
        int band = weights.band(price);
        // Of no weight where the ends have all of it, but it tells who shares it.
        squares.put(price(Feature.BAND, band), weight * (1 - 2 * weights.neighbourBand()));
        if (weights.neighbourBand() > 0) {
            squares.put(price(Feature.EDGE, band), weight * weights.neighbourBand());
            squares.put(price(Feature.EDGE, band + 1), weight * weights.neighbourBand());
        }
    }

    private static Feature price(String name, int number) {
        return new Feature(FeatureGroup.PRICE, name, Integer.toString(number));
    }

    private static String key(Feature feature) {
        return (feature.group() + "\u001f" + feature.name() + '\u001f' + feature.value()).toLowerCase(Locale.ROOT);
    }

    private void append(Feature feature, float weight) {
        String key = key(feature);
        Integer number = numbers.get(key);
        if (number == null) {
            if (features.size() == MOST_FEATURES) {
                return;
            }
            number = features.size();
            numbers.put(key, number);
            features.add(feature);
        }
        if (end == column.length) {
            column = Arrays.copyOf(column, 2 * end);
            value = Arrays.copyOf(value, 2 * end);
        }
        column[end] = number;
        value[end++] = weight;
    }

    /**
     * The likeness of the items read; features that only one item has are part of its length and kept no longer.
     *
     * @param emphasis what a choice of a history counts
     */
    public AttributeLikeness likeness(Emphasis emphasis) {
        skipTo(starts.length - 1);
        int[] items = new int[features.size()];
        for (int entry = 0; entry < end; entry++) {
            items[column[entry]]++;
        }
        int[] renumbered = new int[items.length];
        List<Feature> shared = new ArrayList<>();
        for (int feature = 0; feature < items.length; feature++) {
            renumbered[feature] = shared.size();
            if (items[feature] > 1) {
                shared.add(features.get(feature));
            }
        }
        int[] keptStarts = new int[starts.length];
        int[] keptColumn = new int[end];
        float[] keptValue = new float[end];
        int kept = 0;
        for (int item = 0; item < starts.length - 1; item++) {
            for (int entry = starts[item]; entry < starts[item + 1]; entry++) {
                if (items[column[entry]] > 1) {
                    keptColumn[kept] = renumbered[column[entry]];
                    keptValue[kept++] = value[entry];
                }
            }
            keptStarts[item + 1] = kept;
        }
        return AttributeLikeness.of(
                emphasis,
                shared,
                new SparseMatrix(
                        shared.size(), keptStarts, Arrays.copyOf(keptColumn, kept), Arrays.copyOf(keptValue, kept)));
    }
}
