package io.smartcrm.customer.cleaning;

import io.smartcrm.customer.profile.CountryName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One thing done to a text; text that the rule cannot read stays as it is. */
public enum CleaningRule {
    /** Blanks around the text, and more than one inside. */
    BLANKS() {
        @Override
        String apply(String text, String country) {
            return BLANK.matcher(text).replaceAll(" ").strip();
        }
    },
    /** Full-width letters and digits, as East Asian keyboards write them. */
    WIDTH() {
        @Override
        String apply(String text, String country) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC);
        }
    },
    LOWER_CASE(CleanField.EMAIL) {
        @Override
        String apply(String text, String country) {
            return text.toLowerCase(Locale.ROOT);
        }
    },
    /** Capitals at the beginnings of words, where all letters are small or all are capital. */
    NAME_CASE(CleanField.NAME) {
        @Override
        String apply(String text, String country) {
            return PersonName.capitalised(text);
        }
    },
    NO_TITLE(CleanField.NAME) {
        @Override
        String apply(String text, String country) {
            return PersonName.withoutTitle(text);
        }
    },
    /** {@code Smith, John} becomes {@code John Smith}. */
    FAMILY_LAST(CleanField.NAME) {
        @Override
        String apply(String text, String country) {
            return PersonName.familyLast(text);
        }
    },
    /** The domain in small letters; what is before the at sign may tell capitals apart. */
    EMAIL_DOMAIN(CleanField.EMAIL) {
        @Override
        String apply(String text, String country) {
            return EmailAddress.withSmallDomain(text);
        }
    },
    /** Without what the provider ignores. */
    EMAIL_PROVIDER(CleanField.EMAIL) {
        @Override
        String apply(String text, String country) {
            return EmailAddress.asProviderReads(text);
        }
    },
    /** E.164; a number without country code is read as one of the customer's country. */
    E164(CleanField.PHONE) {
        @Override
        String apply(String text, String country) {
            return PhoneNumber.e164(text, CountryName.recognise(country)).orElse(text);
        }
    },
    /** ISO 3166-1 alpha-2. */
    COUNTRY_CODE(CleanField.COUNTRY) {
        @Override
        String apply(String text, String country) {
            return CountryName.recognise(text);
        }
    };

    private static final Pattern BLANK = Pattern.compile("[\\s\\u00a0\\u2000-\\u200b\\u3000]+");

    /** Empty: every field. */
    private final Optional<CleanField> only;

    CleaningRule() {
        this.only = Optional.empty();
    }

    CleaningRule(CleanField only) {
        this.only = Optional.of(only);
    }

    boolean fits(CleanField field) {
        return only.isEmpty() || only.get() == field;
    }

    abstract String apply(String text, String country);
}
