package io.smartcrm.recommend.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes, volumes, weights and counts that are written as numbers with a unit. */
final class Sizes {
    private static final String NUMBER = "\\d+(?:[.,]\\d+)?";
    private static final String UNIT =
            "(?:cm|mm|km|m|inch(?:es)?|in|ft|ml|cl|dl|litres?|liters?|l|oz|kg|mg|g|lbs?|watt|w"
                    + "|厘米|毫米|毫升|千克|公斤|英寸|米|升|克|寸)";
    private static final String COUNT = "(?:pieces?|pcs|pack|packs|players?|sheets|pairs?|件|个|只|套|支|人|片)";
    private static final String BEFORE = "(?<![\\p{L}\\p{N}.,])";
    private static final String AFTER = "(?![a-zA-Z0-9])";
    private static final Pattern SIZE = Pattern.compile(
            BEFORE + "(?:" + NUMBER + "(?:\\s*(?:x|\u00d7|\\*)\\s*" + NUMBER + ")+(?:\\s*" + UNIT + AFTER + ")?"
                    + "|" + NUMBER + "(?:\\s*-\\s*" + NUMBER + ")?[\\s-]?" + UNIT + AFTER
                    + "|" + NUMBER + "(?:\\s*-\\s*" + NUMBER + ")?[\\s-]?" + COUNT + AFTER
                    + "|(?:set|pack|box|bag)\\s(?:of|/)\\s?" + NUMBER + AFTER
                    + "|one size" + AFTER + ")",
            Pattern.CASE_INSENSITIVE);

    private Sizes() {}

    /** Where a size stands, in UTF-16 units. */
    record Span(int start, int end, String name) {}

    static List<Span> in(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = SIZE.matcher(text);
        while (matcher.find()) {
            spans.add(new Span(matcher.start(), matcher.end(), name(matcher.group())));
        }
        return spans;
    }

    private static String name(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replace('\u00d7', 'x')
                .replace('*', 'x')
                .replaceAll("\\s*x\\s*", " x ")
                .replaceAll("(?<=\\d)(?=[a-wyz])", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
