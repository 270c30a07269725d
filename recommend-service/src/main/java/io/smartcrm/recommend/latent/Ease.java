package io.smartcrm.recommend.latent;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.ItemToItem;
import io.smartcrm.recommend.collaborative.Ranking;
import io.smartcrm.recommend.collaborative.Recommender;
import io.smartcrm.recommend.collaborative.SparseMatrix;
import java.util.Arrays;

/**
 * The shallow autoencoder EASE (Steck 2019): the weights of items for items that foresee each choice best from the
 * others, in closed form, {@code weight(h, i) = -P(h, i) / P(i, i)} with P the inverse of the regularised Gram matrix.
 * Fitting takes n^3 / 2 multiplications and 4 n^2 bytes for n items: above the cap, or where memory is short, only the
 * items that most customers chose take part, and the others are unscored.
 */
public final class Ease implements Recommender {
    private static final int ABSENT = -1;

    private final Emphasis emphasis;
    /** The items that take part, ascending, and the place of every item among them. */
    private final int[] parts;

    private final int[] places;
    private final float[][] inverse;

    private Ease(Emphasis emphasis, int[] parts, int[] places, float[][] inverse) {
        this.emphasis = emphasis;
        this.parts = parts;
        this.places = places;
        this.inverse = inverse;
    }

    /** @param asOf the time of training in seconds since 1970, from which pairs fade */
    public static Ease fit(Interactions interactions, long asOf, EaseSettings settings) {
        Runtime memory = Runtime.getRuntime();
        return fit(interactions, asOf, settings, memory.maxMemory() - memory.totalMemory() + memory.freeMemory());
    }

    /** @param freeBytes memory that may be used */
    static Ease fit(Interactions interactions, long asOf, EaseSettings settings, long freeBytes) {
        requireNonNull(interactions, "interactions is null");
        requireNonNull(settings, "settings is null");
        SparseMatrix pairs = settings.emphasis().of(interactions, asOf);
        int[] parts = parts(pairs, itemsThatFit(settings.mostItems(), freeBytes));
        int[] places = new int[pairs.columns()];
        Arrays.fill(places, ABSENT);
        for (int place = 0; place < parts.length; place++) {
            places[parts[place]] = place;
        }
        float[][] matrix = gram(pairs, places, parts.length);
        for (int place = 0; place < parts.length; place++) {
            matrix[place][place] += (float) settings.regularisation();
        }
        SymmetricInverse.invert(matrix);
        return new Ease(settings.emphasis(), parts, places, matrix);
    }

    /** How many items may take part when four fifths of the free memory may hold the matrix. */
    static int itemsThatFit(int most, long freeBytes) {
        return (int) Math.min(most, Math.sqrt(Math.max(0, freeBytes) / 5.0));
    }

    /** The items anyone chose, at most so many: those of most customers. */
    private static int[] parts(SparseMatrix pairs, int most) {
        float[] customers = new float[pairs.columns()];
        for (int entry = 0; entry < pairs.entries(); entry++) {
            customers[pairs.column(entry)]++;
        }
        Ranking top = Ranking.top(customers, most, item -> customers[item] > 0);
        int[] parts = new int[top.size()];
        for (int rank = 0; rank < parts.length; rank++) {
            parts[rank] = top.item(rank);
        }
        Arrays.sort(parts);
        return parts;
    }

    /** The lower half of the products of all pairs of columns. */
    private static float[][] gram(SparseMatrix pairs, int[] places, int size) {
        float[][] gram = new float[size][size];
        for (int row = 0; row < pairs.rows(); row++) {
            for (int one = pairs.start(row); one < pairs.end(row); one++) {
                int place = places[pairs.column(one)];
                for (int other = pairs.start(row); place != ABSENT && other <= one; other++) {
                    int otherPlace = places[pairs.column(other)];
                    if (otherPlace != ABSENT) {
                        gram[place][otherPlace] += pairs.value(one) * pairs.value(other);
                    }
                }
            }
        }
        return gram;
    }

    @Override
    public int items() {
        return places.length;
    }

    /** How many items take part; the others were left out for want of memory or customers. */
    public int covered() {
        return parts.length;
    }

    /** Bytes of memory the model holds. */
    public long bytes() {
        return 4L * parts.length * parts.length + 4L * parts.length + 4L * places.length;
    }

    @Override
    public void score(History history, float[] scores) {
        requireLength(scores);
        int size = parts.length;
        float[] sums = new float[size];
        float[] tastes = emphasis.tastes(history);
        for (int at = 0; at < tastes.length; at++) {
            int place = places[history.item(at)];
            if (place != ABSENT) {
                Vectors.add(tastes[at], inverse[place], sums);
                // An item says nothing of itself.
                sums[place] -= tastes[at] * diagonal(place);
            }
        }
        Arrays.fill(scores, UNSCORED);
        for (int place = 0; place < size; place++) {
            if (sums[place] != 0) {
                scores[parts[place]] = -sums[place] / diagonal(place);
            }
        }
    }

    /** The model with no more than so many weights an item, those of the largest size: nearly as good, far smaller. */
    public ItemToItem pruned(int limit) {
        int size = parts.length;
        int[] starts = new int[places.length + 1];
        int kept = Math.max(0, Math.min(limit, size - 1));
        int[] columns = new int[kept * size];
        float[] values = new float[columns.length];
        float[] sizes = new float[size];
        int entries = 0;
        for (int item = 0; item < places.length; item++) {
            int place = places[item];
            if (place != ABSENT) {
                for (int other = 0; other < size; other++) {
                    sizes[other] = Math.abs(inverse[place][other]);
                }
                Ranking largest = Ranking.top(sizes, kept, other -> other != place && sizes[other] > 0);
                for (int rank = 0; rank < largest.size(); rank++) {
                    columns[entries] = parts[largest.item(rank)];
                    values[entries++] = -inverse[place][largest.item(rank)] / diagonal(place);
                }
            }
            starts[item + 1] = entries;
        }
        return ItemToItem.of(
                emphasis,
                new SparseMatrix(
                        places.length, starts, Arrays.copyOf(columns, entries), Arrays.copyOf(values, entries)));
    }

    private float diagonal(int place) {
        return inverse[place][place];
    }
}
