package io.smartcrm.customer.profile;

import io.smartcrm.wire.Failure;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an update replaces, and by what.
 *
 * @param attributeNames attributes that are replaced one by one
 */
record CustomerChange(
        Set<ProfileField> fields,
        Set<String> attributeNames,
        List<Identity> identities,
        Profile profile,
        Labels labels) {
    private static final String ONE_ATTRIBUTE = "attributes.";

    /**
     * @param paths as {@code name} or {@code attributes.size}
     * @throws Failure INVALID when there is none, or a path is not one of ours
     */
    static CustomerChange of(List<String> paths, List<Identity> identities, Profile profile, Labels labels) {
        Set<ProfileField> fields = EnumSet.noneOf(ProfileField.class);
        Set<String> attributes = new TreeSet<>();
        for (String path : paths) {
            if (path.startsWith(ONE_ATTRIBUTE)) {
                attributes.add(path.substring(ONE_ATTRIBUTE.length()));
            } else {
                fields.add(ProfileField.parse(path));
            }
        }
        if (paths.isEmpty()) {
            throw Failure.invalid("updateMask", "names no field; name those to change among " + ProfileField.paths());
        }
        return new CustomerChange(fields, attributes, identities, profile, labels);
    }

    boolean touchesAttributes() {
        return fields.contains(ProfileField.ATTRIBUTES) || !attributeNames.isEmpty();
    }

    CustomerChange withLabels(Labels checked) {
        return new CustomerChange(fields, attributeNames, identities, profile, checked);
    }
}
