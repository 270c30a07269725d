package io.smartcrm.customer.profile;

import static java.util.stream.Collectors.joining;

import io.smartcrm.wire.Failure;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A part of a profile that can be changed by itself. */
public enum ProfileField {
    NAME,
    EMAIL,
    PHONE,
    COUNTRY;

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Failure INVALID when there is none, or a path is not one of ours */
    static Set<ProfileField> parse(List<String> paths) {
        Set<ProfileField> fields = EnumSet.noneOf(ProfileField.class);
        paths.forEach(path -> fields.add(parse(path)));
        if (fields.isEmpty()) {
            throw Failure.invalid("updateMask", "names no field; name those to change among " + paths());
        }
        return fields;
    }

    private static ProfileField parse(String path) {
        return Arrays.stream(values())
                .filter(field -> field.path().equals(path))
                .findFirst()
                .orElseThrow(() ->
                        Failure.invalid("updateMask", "'" + path + "' cannot be changed; choose among " + paths()));
    }

    private static String paths() {
        return Arrays.stream(values()).map(ProfileField::path).collect(joining(", "));
    }
}
