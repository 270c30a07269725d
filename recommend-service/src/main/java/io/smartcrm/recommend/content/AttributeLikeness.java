package io.smartcrm.recommend.content;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Contribution;
import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Ranking;
import io.smartcrm.recommend.collaborative.Recommender;
import io.smartcrm.recommend.collaborative.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which items are alike by what their records say: the cosine of their weighted features (the vector space model of Salton,
 * Wong and Yang 1975, with weights by {@link FeatureWeights} instead of rarity), 0 to 1, 0 where they share no more than a
 * price. An inverted index finds them: items that share nothing are never looked at. A history scores an item by the sum
 * of {@code taste(h) * cosine(h, i)} over its other items h. Memory is 16 bytes for each shared feature of an item.
 * Immutable.
 */
public final class AttributeLikeness implements Recommender {
    private final Emphasis emphasis;
    private final List<Feature> features;
    /** Row i: the weights of item i's features, ascending. */
    private final SparseMatrix byItem;
    /** Row f: the items with feature f, ascending, with their weights. */
    private final SparseMatrix byFeature;

    private AttributeLikeness(Emphasis emphasis, List<Feature> features, SparseMatrix byFeature) {
        this.emphasis = emphasis;
        this.features = List.copyOf(features);
        this.byFeature = byFeature;
        this.byItem = byFeature.transposed();
    }

    /** @param rows one an item: its features by their place in the list, of Euclidean length 1 at most */
    static AttributeLikeness of(Emphasis emphasis, List<Feature> features, SparseMatrix rows) {
        requireNonNull(emphasis, "emphasis is null");
        if (rows.columns() != features.size()) {
            throw new IllegalArgumentException(rows.columns() + " columns are of " + features.size() + " features");
        }
        return new AttributeLikeness(emphasis, features, rows.transposed());
    }

    /** Of items of which nothing is known. */
    public static AttributeLikeness none(int items) {
        return new FeatureRows(items, FeatureWeights.DEFAULT).likeness(Emphasis.RECENT);
    }

    /** @param records one an item */
    public static AttributeLikeness of(List<ItemRecord> records, FeatureWeights weights, Emphasis emphasis) {
        FeatureRows rows = new FeatureRows(records.size(), weights);
        for (int item = 0; item < records.size(); item++) {
            rows.put(item, records.get(item));
        }
        return rows.likeness(emphasis);
    }

    @Override
    public int items() {
        return byItem.rows();
    }

    @Override
    public void score(History history, float[] scores) {
        requireLength(scores);
        Arrays.fill(scores, 0);
        float[] tastes = emphasis.tastes(history);
        float[] cosines = new float[items()];
        int[] found = new int[items()];
        for (int at = 0; at < tastes.length; at++) {
            int count = find(history.item(at), cosines, found);
            for (int place = 0; place < count; place++) {
                int other = found[place];
                scores[other] += other == history.item(at) ? 0 : tastes[at] * Math.min(1, cosines[other]);
                cosines[other] = 0;
            }
        }
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] == 0) {
                scores[item] = UNSCORED;
            }
        }
    }

    /** The items most like one, most alike first, with their cosines; at most {@code limit}. */
    public Ranking similar(int item, int limit) {
        float[] cosines = new float[items()];
        int[] found = new int[items()];
        int count = find(requireItem(item), cosines, found);
        int[] others = new int[count];
        float[] scores = new float[count];
        int size = 0;
        for (int place = 0; place < count; place++) {
            if (found[place] != item) {
                others[size] = found[place];
                scores[size++] = Math.min(1, cosines[found[place]]);
            }
        }
        return Ranking.of(Arrays.copyOf(others, size), Arrays.copyOf(scores, size), limit);
    }

    /**
     * Adds up the cosines with all items that share a feature, but not a price alone.
     *
     * @param cosines all 0 before
     * @param found the items with a cosine above 0, the item itself among them
     * @return how many were found
     */
    private int find(int item, float[] cosines, int[] found) {
        int count = 0;
        for (int entry = byItem.start(item); entry < byItem.end(item); entry++) {
            int feature = byItem.column(entry);
            for (int mate = byFeature.start(feature); finds(feature) && mate < byFeature.end(feature); mate++) {
                int other = byFeature.column(mate);
                float product = byItem.value(entry) * byFeature.value(mate);
                if (cosines[other] == 0 && product > 0) {
                    found[count++] = other;
                }
                cosines[other] += product;
            }
        }
        for (int entry = byItem.start(item); entry < byItem.end(item); entry++) {
            int feature = byItem.column(entry);
            for (int mate = byFeature.start(feature); !finds(feature) && mate < byFeature.end(feature); mate++) {
                int other = byFeature.column(mate);
                cosines[other] += cosines[other] > 0 ? byItem.value(entry) * byFeature.value(mate) : 0;
            }
        }
        return count;
    }

    private boolean finds(int feature) {
        return features.get(feature).finds();
    }

    /** How alike two different items are, 0 to 1. */
    public float cosine(int item, int other) {
        float sum = 0;
        boolean isFound = false;
        for (int entry = byItem.start(requireItem(item)); entry < byItem.end(item); entry++) {
            float product = byItem.value(entry) * byItem.at(requireItem(other), byItem.column(entry));
            sum += product;
            isFound |= product > 0 && finds(byItem.column(entry));
        }
        return isFound ? Math.min(1, sum) : 0;
    }

    /**
     * What two items share, what counts most first: of a category the narrowest level, of prices the band or, in
     * neighbouring bands, the end between them.
     */
    public List<Feature> shared(int item, int other) {
        List<Map.Entry<Feature, Float>> shared = new ArrayList<>();
        for (int entry = byItem.start(requireItem(item)); entry < byItem.end(item); entry++) {
            int feature = byItem.column(entry);
            if (hasFeature(requireItem(other), feature)) {
                shared.add(Map.entry(features.get(feature), byItem.value(entry) * byItem.at(other, feature)));
            }
        }
        boolean sameBand = shared.stream().anyMatch(each -> each.getKey().isPriceBand());
        int narrowest = shared.stream()
                .filter(each -> each.getKey().group() == FeatureGroup.CATEGORY)
                .mapToInt(each -> each.getKey().value().length())
                .max()
                .orElse(0);
        return shared.stream()
                .filter(each -> switch (each.getKey().group()) {
                    case CATEGORY -> each.getKey().value().length() == narrowest;
                    case PRICE -> each.getKey().isPriceBand() == sameBand;
                    case BRAND, COLOUR, MATERIAL, SIZE, OTHER -> true;
                })
                .sorted(Comparator.comparing((Map.Entry<Feature, Float> each) -> each.getValue())
                        .reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean hasFeature(int item, int feature) {
        for (int entry = byItem.start(item); entry < byItem.end(item); entry++) {
            if (byItem.column(entry) == feature) {
                return true;
            }
        }
        return false;
    }

    /** The choices of a history that brought most of an item's score, largest first, at most {@code limit}. */
    public List<Contribution> explain(History history, int item, int limit) {
        float[] tastes = emphasis.tastes(history);
        List<Contribution> contributions = new ArrayList<>();
        for (int at = 0; at < tastes.length; at++) {
            float amount = history.item(at) == item ? 0 : tastes[at] * cosine(history.item(at), item);
            if (amount > 0) {
                contributions.add(new Contribution(history.item(at), amount));
            }
        }
        return Contribution.largest(contributions, limit);
    }

    Emphasis emphasis() {
        return emphasis;
    }

    List<Feature> features() {
        return features;
    }

    SparseMatrix rows() {
        return byItem;
    }

    /** Bytes of memory the model holds. */
    public long bytes() {
        long names = 0;
        for (Feature feature : features) {
            names += 96 + feature.name().length() + feature.value().length();
        }
        return byItem.bytes() + byFeature.bytes() + names;
    }

    private int requireItem(int item) {
        if (item < 0 || item >= items()) {
            throw new IllegalArgumentException("item must be in [0, " + items() + "), not " + item);
        }
        return item;
    }
}
