package io.smartcrm.customer.profile;

import static java.util.stream.Collectors.joining;

import io.smartcrm.wire.Failure;
import java.util.Arrays;
import java.util.Locale;

/** A part of a customer that can be changed by itself. */
public enum ProfileField {
    NAME,
    EMAIL,
    PHONE,
    COUNTRY,
    IDENTITIES,
    TAGS,
    ATTRIBUTES,
    TEAM;

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Failure INVALID when the path is not one of ours */
    static ProfileField parse(String path) {
        return Arrays.stream(values())
                .filter(field -> field.path().equals(path))
                .findFirst()
                .orElseThrow(() ->
                        Failure.invalid("updateMask", "'" + path + "' cannot be changed; choose among " + paths()));
    }

    static String paths() {
        return Arrays.stream(values()).map(ProfileField::path).collect(joining(", ")) + ", attributes.<name>";
    }
}
