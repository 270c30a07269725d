package io.smartcrm.customer.profile;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names of countries in files of shops. */
public final class CountryName {
    private static final Map<String, String> CODES = codes();

    private CountryName() {}

    /** ISO 3166-1 alpha-2 where the text could be recognised, else the text. */
    public static String recognise(String text) {
        return CODES.getOrDefault(text.toLowerCase(Locale.ROOT), text);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
        }
        codes.put("uk", "GB");
        codes.put("great britain", "GB");
        codes.put("eire", "IE");
        codes.put("united states of america", "US");
        codes.put("rsa", "ZA");
        codes.put("czech republic", "CZ");
        codes.put("hong kong", "HK");
        codes.put("holland", "NL");
        return codes;
    }
}
