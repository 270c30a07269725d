package io.smartcrm.recommend.content;

import java.util.List;

/**
 * Texts that read alike.
 *
 * @param label the words that part it from the others, heaviest first
 * @param texts their places, those nearest to the centre first
 * @param cohesion mean cosine with the centre, 0 to 1
 */
public record TextCluster(List<String> label, List<Integer> texts, double cohesion) {
    public TextCluster {
        label = List.copyOf(label);
        texts = List.copyOf(texts);
    }
}
