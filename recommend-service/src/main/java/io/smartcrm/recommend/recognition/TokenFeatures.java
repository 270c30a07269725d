package io.smartcrm.recommend.recognition;

import java.util.Arrays;
import java.util.List;

/** What a {@link Tagger} sees of each token: the words around, how they are written, and what the gazetteer says. */
final class TokenFeatures {
    /** Features share places of the table where their hashes agree; at this size that hardly matters. */
    static final int TABLE = 1 << 16;

    private static final int EACH = 24;

    private TokenFeatures() {}

    /**
     * @param listed what the gazetteer says of each token, 0 where it says nothing
     * @param hidden tokens whose own letters are not to be seen, only what is around them
     */
    static int[][] of(List<Token> tokens, int[] listed, boolean[] hidden) {
        int[][] features = new int[tokens.size()][];
        for (int at = 0; at < features.length; at++) {
            int[] own = new int[EACH];
            int size = 0;
            String word = normal(tokens, at);
            String before = normal(tokens, at - 1);
            String after = normal(tokens, at + 1);
            boolean seen = !hidden[at];
            own[size++] = hash(0, "", "");
            if (seen) {
                own[size++] = hash(1, word, "");
                own[size++] = hash(2, before, word);
                own[size++] = hash(3, word, after);
                own[size++] = hash(4, word.substring(Math.max(0, word.length() - 3)), "");
                own[size++] = hash(5, word.substring(0, Math.min(3, word.length())), "");
            }
            own[size++] = hash(6, before, "");
            own[size++] = hash(7, after, "");
            own[size++] = hash(8, normal(tokens, at - 2), before);
            own[size++] = hash(9, after, normal(tokens, at + 2));
            own[size++] = hash(10, before, after);
            own[size++] = hash(11, shape(tokens, at), "");
            own[size++] = hash(12, shape(tokens, at - 1), shape(tokens, at));
            own[size++] = hash(13, shape(tokens, at), shape(tokens, at + 1));
            own[size++] = hash(14, listed(listed, at), "");
            own[size++] = hash(15, listed(listed, at - 1), listed(listed, at));
            own[size++] = hash(16, listed(listed, at), listed(listed, at + 1));
            own[size++] = hash(17, listed(listed, at), shape(tokens, at));
            own[size++] = hash(18, listed(listed, at - 1), before);
            own[size++] = hash(19, listed(listed, at + 1), after);
            own[size++] = hash(20, at == 0 ? "first" : "", at == features.length - 1 ? "last" : "");
            features[at] = Arrays.copyOf(own, size);
        }
        return features;
    }

    private static String normal(List<Token> tokens, int at) {
        return at < 0 || at >= tokens.size() ? "\u0000" : tokens.get(at).normal();
    }

    private static String listed(int[] listed, int at) {
        return at < 0 || at >= listed.length ? "-" : Integer.toString(listed[at]);
    }

    /** Capitals, small letters, digits and ideographs, runs of the same in one. */
    private static String shape(List<Token> tokens, int at) {
        if (at < 0 || at >= tokens.size()) {
            return "";
        }
        String text = tokens.get(at).text();
        StringBuilder shape = new StringBuilder();
        for (int place = 0; place < text.length(); place++) {
            char kind = kind(text, place);
            if (shape.isEmpty() || shape.charAt(shape.length() - 1) != kind) {
                shape.append(kind);
            }
        }
        return shape.toString();
    }

    private static char kind(String text, int place) {
        char letter = text.charAt(place);
        if (Tokens.isIdeograph(letter)) {
            return 'h';
        }
        if (Character.isDigit(letter)) {
            return '9';
        }
        if (Character.isLetter(letter)) {
            return Character.isUpperCase(letter) ? 'A' : 'a';
        }
        return letter;
    }

    private static int hash(int template, String one, String other) {
        int hash = 0x811c9dc5 ^ template * 0x9e3779b9;
        for (int at = 0; at < one.length(); at++) {
            hash = (hash ^ one.charAt(at)) * 0x01000193;
        }
        hash = (hash ^ 0xffff) * 0x01000193;
        for (int at = 0; at < other.length(); at++) {
            hash = (hash ^ other.charAt(at)) * 0x01000193;
        }
        hash ^= hash >>> 15;
        hash *= 0x2c1b3c6d;
        return (hash ^ (hash >>> 13)) & (TABLE - 1);
    }
}
