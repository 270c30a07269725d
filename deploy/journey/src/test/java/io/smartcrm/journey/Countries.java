package io.smartcrm.journey;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The countries of the public data sets by ISO 3166-1, as the suite tells them. */
final class Countries {
    /** Names that no list of countries has. */
    private static final Map<String, String> SHOP_NAMES =
            Map.of("EIRE", "IE", "RSA", "ZA", "USA", "US", "Czech Republic", "CZ", "Hong Kong", "HK");

    private Countries() {}

    /** The code; the name where there is no such country. */
    static String iso(String name) {
        String known = SHOP_NAMES.get(name);
        return known != null
                ? known
                : Arrays.stream(Locale.getISOCountries())
                        .filter(code -> name.equals(
                                new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH)))
                        .findFirst()
                        .orElse(name);
    }
}
