package io.smartcrm.recommend.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text in any language: runs of letters and digits in lower case, English plurals by Harman's S-stemmer
 * (1991) without the usual stop words; texts of Chinese, Japanese and Korean give overlapping pairs of characters.
 */
public final class Words {
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not",
            "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was",
            "will", "with");

    private Words() {}

    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int at = 0;
        while (at < lower.length()) {
            int first = lower.codePointAt(at);
            if (!Character.isLetterOrDigit(first)) {
                at += Character.charCount(first);
                continue;
            }
            int end = endOfRun(lower, at, isIdeographic(first));
            if (isIdeographic(first)) {
                addPairs(lower.substring(at, end), words);
            } else {
                add(lower.substring(at, end), words);
            }
            at = end;
        }
        return words;
    }

    private static int endOfRun(String text, int from, boolean ideographic) {
        int end = from;
        while (end < text.length()) {
            int next = text.codePointAt(end);
            if (!Character.isLetterOrDigit(next) || isIdeographic(next) != ideographic) {
                return end;
            }
            end += Character.charCount(next);
        }
        return end;
    }

    /** Scripts written without spaces, and Hangul, whose syllables carry the sense. */
    private static boolean isIdeographic(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            // Of some hundred scripts.
            default -> false;
        };
    }

    private static void addPairs(String run, List<String> words) {
        int[] characters = run.codePoints().toArray();
        if (characters.length == 1) {
            words.add(run);
        }
        for (int at = 1; at < characters.length; at++) {
            words.add(new String(characters, at - 1, 2));
        }
    }

    private static void add(String word, List<String> words) {
        if (!STOP_WORDS.contains(word)) {
            words.add(singular(word));
        }
    }

    /** An English word without the ending of a plural, by Harman. */
    public static String singular(String word) {
        int length = word.length();
        if (length < 4 || !word.endsWith("s")) {
            return word;
        }
        if (word.endsWith("ies") && !word.endsWith("eies") && !word.endsWith("aies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (word.endsWith("es") && !word.endsWith("aes") && !word.endsWith("ees") && !word.endsWith("oes")) {
            return word.substring(0, length - 1);
        }
        return word.endsWith("us") || word.endsWith("ss") ? word : word.substring(0, length - 1);
    }
}
