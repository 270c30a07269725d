package io.smartcrm.recommend.content;

import io.smartcrm.recommend.collaborative.Ranking;
import io.smartcrm.recommend.collaborative.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Groups of texts that read alike, by spherical k-means (Dhillon and Modha 2001) with seeds far from each other (Arthur
 * and Vassilvitskii 2007). A group is labelled by the words that are heavier in it than in all texts.
 */
public final class TextClusters {
    private static final int MOST_ROUNDS = 30;
    private static final int NONE = -1;

    private final SparseMatrix texts;
    private final float[][] centres;
    private final int[] clusters;
    private final float[] cosines;

    private TextClusters(SparseMatrix texts, int wanted, Random random) {
        this.texts = texts;
        this.clusters = new int[texts.rows()];
        this.cosines = new float[texts.rows()];
        this.centres = seeds(wanted, random);
    }

    /**
     * @param texts those without words are in no group
     * @param wanted number of groups; there are fewer where fewer texts differ
     */
    public static List<TextCluster> of(List<String> texts, int wanted, int labels, long seed) {
        if (wanted < 1 || labels < 1) {
            throw new IllegalArgumentException("wanted and labels must be at least 1: " + wanted + ", " + labels);
        }
        Terms terms = Terms.of(texts);
        TextClusters clusters = new TextClusters(terms.weights(), wanted, new Random(seed));
        for (int round = 0; round < MOST_ROUNDS && clusters.assign(); round++) {
            clusters.moveCentres();
        }
        return clusters.named(terms.words(), labels);
    }

    private float[][] seeds(int wanted, Random random) {
        List<float[]> seeds = new ArrayList<>();
        double[] distances = new double[texts.rows()];
        for (int text = 0; text < distances.length; text++) {
            distances[text] = texts.start(text) < texts.end(text) ? 1 : 0;
        }
        for (int seed = 0; seed < wanted; seed++) {
            int chosen = drawn(distances, random);
            if (chosen == NONE) {
                break;
            }
            float[] centre = new float[texts.columns()];
            addTo(centre, chosen);
            seeds.add(centre);
            for (int text = 0; text < distances.length; text++) {
                distances[text] = Math.min(distances[text], Math.max(0, 1 - cosine(text, centre)));
            }
        }
        return seeds.toArray(float[][]::new);
    }

    private static int drawn(double[] chances, Random random) {
        double total = Arrays.stream(chances).sum();
        double left = random.nextDouble() * total;
        int last = NONE;
        for (int at = 0; at < chances.length; at++) {
            if (chances[at] > 1e-6) {
                left -= chances[at];
                last = at;
                if (left <= 0) {
                    return at;
                }
            }
        }
        return last;
    }

    /** Puts each text to its nearest centre; says whether any moved. */
    private boolean assign() {
        boolean moved = false;
        for (int text = 0; text < clusters.length; text++) {
            int nearest = NONE;
            float most = 0;
            for (int centre = 0; centre < centres.length && texts.start(text) < texts.end(text); centre++) {
                float cosine = cosine(text, centres[centre]);
                if (nearest == NONE || cosine > most) {
                    nearest = centre;
                    most = cosine;
                }
            }
            moved |= clusters[text] != nearest || cosines[text] == 0;
            clusters[text] = nearest;
            cosines[text] = most;
        }
        return moved;
    }

    private void moveCentres() {
        for (float[] centre : centres) {
            Arrays.fill(centre, 0);
        }
        for (int text = 0; text < clusters.length; text++) {
            if (clusters[text] != NONE) {
                addTo(centres[clusters[text]], text);
            }
        }
        for (float[] centre : centres) {
            double squares = 0;
            for (float weight : centre) {
                squares += (double) weight * weight;
            }
            for (int word = 0; word < centre.length && squares > 0; word++) {
                centre[word] /= (float) Math.sqrt(squares);
            }
        }
    }

    private void addTo(float[] centre, int text) {
        for (int entry = texts.start(text); entry < texts.end(text); entry++) {
            centre[texts.column(entry)] += texts.value(entry);
        }
    }

    private float cosine(int text, float[] centre) {
        float cosine = 0;
        for (int entry = texts.start(text); entry < texts.end(text); entry++) {
            cosine += texts.value(entry) * centre[texts.column(entry)];
        }
        return cosine;
    }

    private List<TextCluster> named(List<String> words, int labels) {
        float[] all = new float[texts.columns()];
        for (int text = 0; text < clusters.length; text++) {
            addTo(all, text);
        }
        List<TextCluster> named = new ArrayList<>();
        for (int cluster = 0; cluster < centres.length; cluster++) {
            int number = cluster;
            int[] members = IntStream.range(0, clusters.length)
                    .filter(text -> clusters[text] == number)
                    .toArray();
            if (members.length > 0) {
                named.add(
                        new TextCluster(label(members, all, words, labels), nearestFirst(members), cohesion(members)));
            }
        }
        named.sort((one, other) ->
                Integer.compare(other.texts().size(), one.texts().size()));
        return named;
    }

    private List<String> label(int[] members, float[] all, List<String> words, int labels) {
        float[] own = new float[texts.columns()];
        for (int member : members) {
            addTo(own, member);
        }
        float share = (float) members.length / clusters.length;
        float[] excess = new float[own.length];
        for (int word = 0; word < own.length; word++) {
            excess[word] = own[word] - share * all[word];
        }
        Ranking heaviest = Ranking.top(excess, labels, word -> excess[word] > 0 && own[word] > 0);
        List<String> label = new ArrayList<>();
        for (int rank = 0; rank < heaviest.size(); rank++) {
            label.add(words.get(heaviest.item(rank)));
        }
        return label;
    }

    private List<Integer> nearestFirst(int[] members) {
        return Arrays.stream(members)
                .boxed()
                .sorted((one, other) -> Float.compare(cosines[other], cosines[one]))
                .toList();
    }

    private double cohesion(int[] members) {
        return Arrays.stream(members)
                .mapToDouble(text -> cosines[text])
                .average()
                .orElse(0);
    }
}
