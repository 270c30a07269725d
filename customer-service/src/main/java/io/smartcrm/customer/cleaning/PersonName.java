package io.smartcrm.customer.cleaning;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How names of people are written. */
final class PersonName {
    private static final Pattern TITLE = Pattern.compile(
            "^(?:(?:mr|mrs|ms|miss|mx|dr|prof|sir|herr|frau|mme|mlle|monsieur|madame)\\b\\.?\\s+)+(?=\\S)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HAN_TITLE = Pattern.compile("(?<=\\p{IsHan}{2})(先生|女士|小姐|太太|夫人)$");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{Mn}]*");
    private static final Pattern FAMILY_FIRST = Pattern.compile("([^,]+),\\s*([^,]+)");

    private PersonName() {}

    static String withoutTitle(String name) {
        return HAN_TITLE.matcher(TITLE.matcher(name).replaceFirst("")).replaceFirst("");
    }

    static String familyLast(String name) {
        Matcher parts = FAMILY_FIRST.matcher(name);
        return parts.matches() ? parts.group(2).strip() + " " + parts.group(1).strip() : name;
    }

    /** A name of mixed case, as McDonald or de la Cruz, is left alone. */
    static String capitalised(String name) {
        boolean small = name.equals(name.toLowerCase(Locale.ROOT));
        boolean capital = name.equals(name.toUpperCase(Locale.ROOT));
        if (small == capital) {
            return name;
        }
        return WORD.matcher(name)
                .replaceAll(word -> word.group().substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.group().substring(1).toLowerCase(Locale.ROOT));
    }
}
