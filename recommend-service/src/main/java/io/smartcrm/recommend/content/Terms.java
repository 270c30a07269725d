package io.smartcrm.recommend.content;

import io.smartcrm.recommend.collaborative.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words of many texts, each weighted by log(1 + times) * log(1 + texts / texts with it) (Salton and Buckley 1988).
 * Neighbouring pairs of words count as words too, at half the weight, so that "tea towel" is more than tea and a towel.
 */
public final class Terms {
    private static final float OF_PAIRS = .5f;

    private final List<String> words;
    private final SparseMatrix counts;
    private final SparseMatrix weights;

    private Terms(List<String> words, SparseMatrix counts) {
        this.words = List.copyOf(words);
        this.counts = counts;
        this.weights = weighted(counts);
    }

    public static Terms of(List<String> texts) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> words = new ArrayList<>();
        int[] starts = new int[texts.size() + 1];
        int[] column = new int[texts.size() * 8 + 8];
        float[] value = new float[column.length];
        int end = 0;
        for (int text = 0; text < texts.size(); text++) {
            for (Map.Entry<String, Float> term : count(texts.get(text)).entrySet()) {
                if (end == column.length) {
                    column = Arrays.copyOf(column, 2 * end);
                    value = Arrays.copyOf(value, 2 * end);
                }
                column[end] = numbers.computeIfAbsent(term.getKey(), word -> {
                    words.add(word);
                    return words.size() - 1;
                });
                value[end++] = term.getValue();
            }
            starts[text + 1] = end;
        }
        return new Terms(
                words, new SparseMatrix(words.size(), starts, Arrays.copyOf(column, end), Arrays.copyOf(value, end)));
    }

    /** How often each word and pair of words is in a text; pairs by half. */
    static Map<String, Float> count(String text) {
        Map<String, Float> terms = new TreeMap<>();
        String before = "";
        for (String word : Words.of(text)) {
            terms.merge(word, 1f, Float::sum);
            if (!before.isEmpty()) {
                terms.merge(before + ' ' + word, OF_PAIRS, Float::sum);
            }
            before = word;
        }
        return terms;
    }

    private static SparseMatrix weighted(SparseMatrix counts) {
        int[] texts = new int[counts.columns()];
        for (int entry = 0; entry < counts.entries(); entry++) {
            texts[counts.column(entry)]++;
        }
        float[] weights = new float[counts.entries()];
        for (int row = 0; row < counts.rows(); row++) {
            double squares = 0;
            for (int entry = counts.start(row); entry < counts.end(row); entry++) {
                double rarity = Math.log1p((double) counts.rows() / texts[counts.column(entry)]);
                weights[entry] = (float) (Math.log1p(counts.value(entry)) * rarity);
                squares += (double) weights[entry] * weights[entry];
            }
            for (int entry = counts.start(row); entry < counts.end(row); entry++) {
                weights[entry] /= (float) Math.sqrt(squares);
            }
        }
        return counts.withValues(weights);
    }

    /** The words and pairs of words by number. */
    public List<String> words() {
        return words;
    }

    /** Row i: how often the terms are in text i. */
    SparseMatrix counts() {
        return counts;
    }

    /** Row i: the weights of the terms in text i, of Euclidean length 1. */
    SparseMatrix weights() {
        return weights;
    }
}
