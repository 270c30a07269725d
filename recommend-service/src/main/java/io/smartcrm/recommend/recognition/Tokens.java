package io.smartcrm.recommend.recognition;

import io.smartcrm.recommend.content.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes texts apart into {@link Token}s; white space is none. */
final class Tokens {
    /** Words that end like plurals and are none. */
    private static final Set<String> SINGULARS = Set.of("canvas", "christmas", "xmas", "atlas", "lens", "gas", "chaos");

    private Tokens() {}

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            if (!isSpace(text.codePointAt(at))) {
                tokens.add(token(text, at, end));
            }
            at = end;
        }
        return tokens;
    }

    /** One form of all spellings of some words. */
    static String normal(String words) {
        StringBuilder normal = new StringBuilder();
        boolean afterIdeograph = true;
        for (Token token : of(words)) {
            if (!afterIdeograph || (!normal.isEmpty() && !token.isIdeograph())) {
                normal.append(' ');
            }
            normal.append(token.normal());
            afterIdeograph = token.isIdeograph();
        }
        return normal.toString();
    }

    static boolean isIdeograph(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            // Of some hundred scripts.
            default -> false;
        };
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static Token token(String text, int start, int end) {
        String own = text.substring(start, end);
        String narrow = Normalizer.normalize(own, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new Token(own, narrow.isBlank() ? own : singular(narrow), start, end);
    }

    private static String singular(String word) {
        return SINGULARS.contains(word) ? word : Words.singular(word);
    }

    private static int end(String text, int start) {
        int first = text.codePointAt(start);
        int end = start + Character.charCount(first);
        if (!Character.isLetterOrDigit(first) || isIdeograph(first)) {
            return end;
        }
        while (end < text.length()) {
            int next = text.codePointAt(end);
            boolean inside = Character.isLetterOrDigit(next) && !isIdeograph(next);
            if (!inside && !joins(text, end)) {
                return end;
            }
            end += Character.charCount(next);
        }
        return end;
    }

    /** An apostrophe between letters, a point or comma between digits. */
    private static boolean joins(String text, int at) {
        if (at + 1 >= text.length()) {
            return false;
        }
        char sign = text.charAt(at);
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        boolean apostrophe = sign == '\'' || sign == '\u2019';
        return (apostrophe && Character.isLetter(before) && Character.isLetter(after))
                || ((sign == '.' || sign == ',') && Character.isDigit(before) && Character.isDigit(after));
    }
}
