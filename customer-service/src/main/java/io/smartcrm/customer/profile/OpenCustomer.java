package io.smartcrm.customer.profile;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer as other features work on it, by JDBC.
 *
 * @param namespaces of the systems that know the customer
 * @param attributes a JSON object as text
 * @param mergedInto the customer this one turned out to be
 */
public record OpenCustomer(
        UUID id,
        Profile profile,
        List<String> namespaces,
        List<String> tags,
        String attributes,
        Optional<UUID> mergedInto,
        Instant createTime,
        Instant updateTime) {
    public OpenCustomer {
        requireNonNull(id, "id is null");
        requireNonNull(profile, "profile is null");
        requireNonNull(attributes, "attributes is null");
        requireNonNull(mergedInto, "mergedInto is null");
        namespaces = List.copyOf(namespaces);
        tags = List.copyOf(tags);
    }

    public OpenCustomer withProfile(Profile other) {
        return new OpenCustomer(id, other, namespaces, tags, attributes, mergedInto, createTime, updateTime);
    }

    public OpenCustomer withLabels(List<String> otherTags, String otherAttributes) {
        return new OpenCustomer(
                id, profile, namespaces, otherTags, otherAttributes, mergedInto, createTime, updateTime);
    }

    public OpenCustomer withMergedInto(Optional<UUID> other) {
        return new OpenCustomer(id, profile, namespaces, tags, attributes, other, createTime, updateTime);
    }
}
