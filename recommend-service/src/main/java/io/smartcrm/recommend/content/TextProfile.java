package io.smartcrm.recommend.content;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Recommender;
import io.smartcrm.recommend.collaborative.SparseMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * Items that read like all that was chosen: the words of the choices, each by what the choice counts, make a profile, and
 * an item scores the product of its words with it. An item of the history is like itself.
 */
public final class TextProfile implements Recommender {
    private final Emphasis emphasis;
    private final SparseMatrix words;
    private final SparseMatrix items;

    private TextProfile(Emphasis emphasis, SparseMatrix words) {
        this.emphasis = emphasis;
        this.words = words;
        this.items = words.transposed();
    }

    /** @param texts one an item */
    public static TextProfile fit(List<String> texts, Emphasis emphasis) {
        requireNonNull(emphasis, "emphasis is null");
        return new TextProfile(emphasis, Terms.of(texts).weights());
    }

    @Override
    public int items() {
        return words.rows();
    }

    @Override
    public void score(History history, float[] scores) {
        requireLength(scores);
        float[] profile = new float[words.columns()];
        float[] tastes = emphasis.tastes(history);
        for (int at = 0; at < tastes.length; at++) {
            for (int entry = words.start(history.item(at)); entry < words.end(history.item(at)); entry++) {
                profile[words.column(entry)] += tastes[at] * words.value(entry);
            }
        }
        Arrays.fill(scores, 0);
        for (int word = 0; word < profile.length; word++) {
            for (int entry = items.start(word); profile[word] > 0 && entry < items.end(word); entry++) {
                scores[items.column(entry)] += profile[word] * items.value(entry);
            }
        }
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] == 0) {
                scores[item] = UNSCORED;
            }
        }
    }
}
