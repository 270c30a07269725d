package io.smartcrm.recommend.recognition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the words around a mention make of it. */
final class Cues {
    private static final int BEFORE = 40;
    private static final Set<String> NOT = Set.of(
            "no",
            "not",
            "without",
            "non",
            "never",
            "faux",
            "fake",
            "imitation",
            "artificial",
            "simulated",
            "than",
            "不含",
            "无",
            "非",
            "仿",
            "人造");
    private static final Set<String> NOT_AFTER = Set.of(
            "free",
            "look",
            "effect",
            "like",
            "style",
            "print",
            "scented",
            "flavoured",
            "flavored",
            "toned",
            "clear",
            "clarity",
            "风格",
            "印花");
    private static final Set<String> WITH = Set.of(
            "goes with",
            "go with",
            "going with",
            "pairs with",
            "pair with",
            "paired with",
            "matches",
            "matching",
            "match with",
            "matches with",
            "complements",
            "combine with",
            "combines with",
            "搭配",
            "配套");
    private static final Set<String> PURPOSE = Set.of(
            "for",
            "for a",
            "for the",
            "for your",
            "with",
            "with a",
            "in",
            "in a",
            "of",
            "on",
            "from",
            "to",
            "配",
            "用于",
            "适合");

    private Cues() {}

    /** Empty where the words deny the mention, or speak of another thing. */
    static Optional<Relation> relation(String text, Mention mention) {
        String before = clauseBefore(text, mention.start());
        if (ends(before, NOT) || starts(text, mention.end(), NOT_AFTER)) {
            return Optional.empty();
        }
        if (WITH.stream().anyMatch(cue -> contains(before, cue))) {
            return mention.entity().type() == EntityType.CATEGORY ? Optional.of(Relation.GOES_WITH) : Optional.empty();
        }
        return Optional.of(mention.entity().type().relation());
    }

    /** Whether a mention tells what the thing is for or with, rather than what it is. */
    static boolean isPurpose(String text, Mention mention) {
        return ends(clauseBefore(text, mention.start()), PURPOSE);
    }

    private static String clauseBefore(String text, int place) {
        String before = text.substring(Math.max(0, place - BEFORE), place).toLowerCase(Locale.ROOT);
        int cut = -1;
        for (char sign : new char[] {'.', ';', '!', '?', '\u3002', '\uff1b', '\uff0c', ',', '\n', '('}) {
            cut = Math.max(cut, before.lastIndexOf(sign));
        }
        return before.substring(cut + 1).strip();
    }

    private static boolean ends(String before, Set<String> cues) {
        return cues.stream()
                .anyMatch(cue -> before.endsWith(cue)
                        && (isIdeographic(cue)
                                || before.length() == cue.length()
                                || !Character.isLetterOrDigit(before.charAt(before.length() - cue.length() - 1))));
    }

    private static boolean contains(String before, String cue) {
        return isIdeographic(cue)
                ? before.contains(cue)
                : List.of((" " + before + " ").split(" " + cue + " ", -1)).size() > 1;
    }

    private static boolean starts(String text, int place, Set<String> cues) {
        String after = text.substring(place, Math.min(text.length(), place + BEFORE))
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[\\s-]+", "");
        return cues.stream()
                .anyMatch(cue -> after.startsWith(cue)
                        && (isIdeographic(cue)
                                || after.length() == cue.length()
                                || !Character.isLetterOrDigit(after.charAt(cue.length()))));
    }

    private static boolean isIdeographic(String cue) {
        return Tokens.isIdeograph(cue.codePointAt(0));
    }
}
