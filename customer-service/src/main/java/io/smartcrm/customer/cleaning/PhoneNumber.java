package io.smartcrm.customer.cleaning;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Telephone numbers by the numbering plans of the countries. */
public final class PhoneNumber {
    private static final String NO_COUNTRY = "ZZ";

    private PhoneNumber() {}

    /**
     * As {@code +442079460000}; empty when the text is no number that can exist.
     *
     * @param country ISO 3166-1 alpha-2, for numbers without country code; may be empty or another text
     */
    public static Optional<String> e164(String text, String country) {
        var util = PhoneNumberUtil.getInstance();
        String region = util.getSupportedRegions().contains(country) ? country : NO_COUNTRY;
        try {
            var number = util.parse(text.startsWith("00") ? "+" + text.substring(2) : text, region);
            return util.isValidNumber(number) && !number.hasExtension()
                    ? Optional.of(util.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether a number in E.164 is one of the country, or of one that shares its country code. */
    public static boolean isOf(String e164, String country) {
        var util = PhoneNumberUtil.getInstance();
        try {
            return util.parse(e164, NO_COUNTRY).getCountryCode() == util.getCountryCodeForRegion(country);
        } catch (NumberParseException unreadable) {
            return false;
        }
    }
}
