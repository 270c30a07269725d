package io.smartcrm.recommend.content;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.CosineLikeness;
import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.ItemToItem;
import io.smartcrm.recommend.collaborative.SparseMatrix;
import java.util.Arrays;
import java.util.List;

/** Which items read alike: the cosine of their weighted words, in any language. */
public final class TextLikeness {
    /** Words of more texts say little of any and cost their square; they are passed over. */
    private static final int MOST_TEXTS_OF_A_WORD = 2_000;

    private TextLikeness() {}

    /**
     * @param texts one an item
     * @param neighbours most similar items kept for every item
     * @param emphasis what a choice of a history counts
     */
    public static ItemToItem fit(List<String> texts, int neighbours, Emphasis emphasis) {
        requireNonNull(emphasis, "emphasis is null");
        return ItemToItem.of(emphasis, CosineLikeness.of(rare(Terms.of(texts).weights()), neighbours));
    }

    private static SparseMatrix rare(SparseMatrix weights) {
        int[] texts = new int[weights.columns()];
        for (int entry = 0; entry < weights.entries(); entry++) {
            texts[weights.column(entry)]++;
        }
        int[] starts = new int[weights.rows() + 1];
        int[] column = new int[weights.entries()];
        float[] value = new float[weights.entries()];
        int kept = 0;
        for (int row = 0; row < weights.rows(); row++) {
            for (int entry = weights.start(row); entry < weights.end(row); entry++) {
                if (texts[weights.column(entry)] <= MOST_TEXTS_OF_A_WORD) {
                    column[kept] = weights.column(entry);
                    value[kept++] = weights.value(entry);
                }
            }
            starts[row + 1] = kept;
        }
        return new SparseMatrix(weights.columns(), starts, Arrays.copyOf(column, kept), Arrays.copyOf(value, kept));
    }
}
