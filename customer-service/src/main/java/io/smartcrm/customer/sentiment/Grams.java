package io.smartcrm.customer.sentiment;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The pieces of a text that a tone is learned from. Of Chinese, which has no spaces, one to three characters; of other
 * scripts words, pairs of words ("not good") and pieces of words, so that unknown forms of a known word count too.
 */
final class Grams {
    private static final int MAX_TEXT = 5_000;

    private Grams() {}

    static Set<String> of(String text) {
        String cut = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        String normal = Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Set<String> grams = new LinkedHashSet<>();
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < normal.length()) {
            int end = at;
            boolean han = han(normal.codePointAt(at));
            while (end < normal.length() && belongs(normal.codePointAt(end)) && han(normal.codePointAt(end)) == han) {
                end += Character.charCount(normal.codePointAt(end));
            }
            if (end == at) {
                at += Character.charCount(normal.codePointAt(at));
                continue;
            }
            String run = normal.substring(at, end);
            if (han) {
                pieces(grams, run, 1, 3);
            } else {
                words.add(run);
                pieces(grams, "^" + run + "$", 4, 5);
            }
            at = end;
        }
        for (int i = 0; i < words.size(); i++) {
            grams.add("word " + words.get(i));
            if (i > 0) {
                grams.add("pair " + words.get(i - 1) + " " + words.get(i));
            }
        }
        return grams;
    }

    private static void pieces(Set<String> grams, String run, int shortest, int longest) {
        int[] points = run.codePoints().toArray();
        for (int length = shortest; length <= longest; length++) {
            for (int from = 0; from + length <= points.length; from++) {
                grams.add(new String(points, from, length));
            }
        }
    }

    private static boolean belongs(int point) {
        return Character.isLetter(point) || point == '\'';
    }

    private static boolean han(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }
}
