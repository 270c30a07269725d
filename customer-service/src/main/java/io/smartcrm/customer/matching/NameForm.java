package io.smartcrm.customer.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Brings names into the one form in which they are compared: small letters without marks, titles or commas. */
final class NameForm {
    static final int LONGEST = 60;
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern QUOTES = Pattern.compile("['’`´]");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");
    private static final Pattern HAN_TITLE = Pattern.compile("(?<=\\p{IsHan}{2})(先生|女士|小姐|太太|夫人)$");
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "sir",
            "madam",
            "herr",
            "frau",
            "mme",
            "mlle",
            "monsieur",
            "madame",
            "senor",
            "senora",
            "jr",
            "sr");
    /** Letters that are not a letter and a mark. */
    private static final Map<Character, String> LETTERS =
            Map.of('ß', "ss", 'ø', "o", 'æ', "ae", 'œ', "oe", 'ł', "l", 'đ', "d", 'ð', "d", 'þ', "th", 'ı', "i");

    private NameForm() {}

    /** Words with one blank between them; at most {@value #LONGEST} characters; empty when nothing is left. */
    static String of(String name) {
        if (name.isEmpty()) {
            return name;
        }
        String plain = isAscii(name) ? name.toLowerCase(Locale.ROOT) : folded(name);
        String spaced = NO_LETTER
                .matcher(familyLast(QUOTES.matcher(plain).replaceAll("")))
                .replaceAll(" ")
                .strip();
        String joined =
                HAN_TITLE.matcher(BETWEEN_HAN.matcher(spaced).replaceAll("")).replaceAll("");
        String untitled = withoutTitles(joined);
        return untitled.length() > LONGEST ? untitled.substring(0, LONGEST).strip() : untitled;
    }

    /** {@code smith, john} is John Smith. */
    private static String familyLast(String name) {
        int comma = name.indexOf(',');
        return comma < 0 ? name : name.substring(comma + 1) + " " + name.substring(0, comma);
    }

    private static String withoutTitles(String name) {
        List<String> kept = new ArrayList<>();
        for (String word : name.split(" ", -1)) {
            if (!TITLES.contains(word)) {
                kept.add(word);
            }
        }
        return kept.isEmpty() ? name : String.join(" ", kept);
    }

    private static String folded(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String unmarked = MARKS.matcher(decomposed).replaceAll("");
        var plain = new StringBuilder(unmarked.length());
        for (int i = 0; i < unmarked.length(); i++) {
            char letter = unmarked.charAt(i);
            plain.append(LETTERS.getOrDefault(letter, String.valueOf(letter)));
        }
        return plain.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
