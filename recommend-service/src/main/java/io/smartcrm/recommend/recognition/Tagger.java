package io.smartcrm.recommend.recognition;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a text speaks of things of the types it was trained for, known things or not, by the words around: each token
 * begins a mention of a type, goes on with it, or is outside (Ramshaw and Marcus 1995).
 */
final class Tagger {
    static final int OUTSIDE = 0;

    private final Crf crf;
    private final List<EntityType> types;

    Tagger(Crf crf, List<EntityType> types) {
        this.crf = crf;
        this.types = List.copyOf(types);
    }

    /**
     * @param last one past the last token
     * @param chance 0 to 1
     */
    record Span(EntityType type, int first, int last, double chance) {}

    List<EntityType> types() {
        return types;
    }

    static int begin(int type) {
        return 1 + 2 * type;
    }

    static int inside(int type) {
        return 2 + 2 * type;
    }

    /** A text as the tagger sees it. */
    Seen see(Reading reading) {
        int[][] features = TokenFeatures.of(
                reading.tokens(),
                Listed.of(reading, match -> true),
                new boolean[reading.tokens().size()]);
        Crf.Lattice lattice = crf.lattice(features);
        return new Seen(lattice.best(), lattice.chances());
    }

    /** What the tagger says of one text. */
    final class Seen {
        private final int[] labels;
        private final double[][] chances;

        private Seen(int[] labels, double[][] chances) {
            this.labels = labels;
            this.chances = chances;
        }

        List<Span> spans() {
            List<Span> spans = new ArrayList<>();
            for (int at = 0; at < labels.length; at++) {
                if (labels[at] == OUTSIDE) {
                    continue;
                }
                int type = (labels[at] - 1) / 2;
                int last = at + 1;
                while (last < labels.length && labels[last] == inside(type)) {
                    last++;
                }
                spans.add(new Span(types.get(type), at, last, chance(types.get(type), at, last)));
                at = last - 1;
            }
            return spans;
        }

        /** How likely a mention of a type from one token to before another is: that of its least likely token. */
        double chance(EntityType wanted, int first, int last) {
            int type = types.indexOf(wanted);
            double chance = Math.max(chances[first][begin(type)], chances[first][inside(type)]);
            for (int at = first + 1; at < last; at++) {
                chance = Math.min(chance, Math.max(chances[at][inside(type)], chances[at][begin(type)]));
            }
            return chance;
        }
    }
}
