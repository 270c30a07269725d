package io.smartcrm.customer.profile;

import io.smartcrm.wire.Failure;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The words of names, so that a name is found by how its words begin: in lower case, without accents, from their second
 * letter (a Chinese word from its first) to their twelfth; what is longer is told apart by its first twelve.
 */
final class NameWords {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 12;
    private static final int MAX_BEGINNINGS = 120;

    private NameWords() {}

    /** All beginnings of the words of a name. */
    static Set<String> beginnings(String name) {
        Set<String> beginnings = new TreeSet<>();
        for (String word : BETWEEN.split(normalised(name), -1)) {
            int length = word.codePointCount(0, word.length());
            for (int end = shortest(word); end <= Math.min(length, LONGEST); end++) {
                if (beginnings.size() < MAX_BEGINNINGS) {
                    beginnings.add(word.substring(0, word.offsetByCodePoints(0, end)));
                }
            }
        }
        return beginnings;
    }

    /**
     * The beginnings that a name must have to be found by a text.
     *
     * @throws Failure INVALID when there is none
     */
    static Set<String> sought(String text) {
        Set<String> sought = new TreeSet<>();
        for (String word : BETWEEN.split(normalised(text), -1)) {
            int length = word.codePointCount(0, word.length());
            if (length >= shortest(word) && length > 0) {
                sought.add(word.substring(0, word.offsetByCodePoints(0, Math.min(length, LONGEST))));
            }
        }
        if (sought.isEmpty()) {
            throw Failure.invalid("filter", "a name is found by at least two letters of a word");
        }
        return sought;
    }

    private static int shortest(String word) {
        boolean han = !word.isEmpty() && Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
        return han ? 1 : SHORTEST;
    }

    private static String normalised(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
