package io.smartcrm.recommend.content;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.CosineLikeness;
import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.ItemToItem;
import java.util.List;

/** Which items read alike: the cosine of their weighted words, in any language. */
public final class TextLikeness {
    private TextLikeness() {}

    /**
     * @param texts one an item
     * @param neighbours most similar items kept for every item
     * @param emphasis what a choice of a history counts
     */
    public static ItemToItem fit(List<String> texts, int neighbours, Emphasis emphasis) {
        requireNonNull(emphasis, "emphasis is null");
        return ItemToItem.of(emphasis, CosineLikeness.of(Terms.of(texts).weights(), neighbours));
    }
}
