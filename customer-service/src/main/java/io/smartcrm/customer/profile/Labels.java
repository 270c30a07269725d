package io.smartcrm.customer.profile;

import static java.util.stream.Collectors.toMap;

import io.smartcrm.wire.Failure;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the business says of a customer: not who it is, so never sealed.
 *
 * @param tags at most 50, in their order
 * @param attributes by the name of their definition, which checked them
 * @param team which serves the customer; empty for none
 */
public record Labels(List<String> tags, Map<String, Object> attributes, String team) {
    private static final int MAX_TAGS = 50;
    private static final TextField TAG = new TextField("tags", 1, 50);
    private static final TextField TEAM = new TextField("team", 1, 64);
    public static final Labels NONE = new Labels(List.of(), Map.of(), "");

    public Labels {
        if (tags.size() > MAX_TAGS) {
            throw Failure.invalid("tags", tags.size() + " are too many; a customer has at most " + MAX_TAGS);
        }
        tags = List.copyOf(new TreeSet<>(tags.stream().map(TAG::checkPresent).toList()));
        attributes = Collections.unmodifiableMap(attributes.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, each -> wide(each.getValue()), (one, other) -> one, TreeMap::new)));
        team = TEAM.check(team);
    }

    /**
     * These labels with the named parts of others.
     *
     * @param names of attributes that are replaced one by one; those the others lack are removed
     */
    Labels with(Set<ProfileField> fields, Set<String> names, Labels other) {
        Map<String, Object> changed =
                new TreeMap<>(fields.contains(ProfileField.ATTRIBUTES) ? other.attributes : attributes);
        names.forEach(name -> Optional.ofNullable(other.attributes.get(name))
                .ifPresentOrElse(value -> changed.put(name, value), () -> changed.remove(name)));
        return new Labels(
                fields.contains(ProfileField.TAGS) ? other.tags : tags,
                changed,
                fields.contains(ProfileField.TEAM) ? other.team : team);
    }

    /** JSON reads a small number as an int. */
    private static Object wide(Object value) {
        return value instanceof Integer whole ? (Object) whole.longValue() : value;
    }

    Labels ofTeam(String other) {
        return new Labels(tags, attributes, other);
    }
}
