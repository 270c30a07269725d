package io.smartcrm.customer.cleaning;

import io.smartcrm.customer.profile.Profile;
import io.smartcrm.wire.Failure;
import java.util.Arrays;
import java.util.Locale;

/** A field of a profile that can be cleaned. */
public enum CleanField {
    NAME,
    EMAIL,
    PHONE,
    COUNTRY;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String of(Profile profile) {
        return switch (this) {
            case NAME -> profile.name();
            case EMAIL -> profile.email();
            case PHONE -> profile.phone();
            case COUNTRY -> profile.country();
        };
    }

    /** The profile with another value of this field. */
    public Profile with(Profile profile, String value) {
        return new Profile(
                this == NAME ? value : profile.name(),
                this == EMAIL ? value : profile.email(),
                this == PHONE ? value : profile.phone(),
                this == COUNTRY ? value : profile.country());
    }

    /** @throws Failure INVALID when there is no such field */
    public static CleanField parse(String label) {
        return Arrays.stream(values())
                .filter(field -> field.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        Failure.invalid("rules.field", "'" + label + "' is not one of: name, email, phone, country"));
    }
}
