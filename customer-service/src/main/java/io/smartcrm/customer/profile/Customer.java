package io.smartcrm.customer.profile;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A person or company that buys.
 *
 * @param identities at most 20, in their order, none twice
 * @param createTime whole microseconds, as the database keeps them
 * @param version from 1, grows with every write
 */
public record Customer(
        CustomerId id,
        List<Identity> identities,
        Profile profile,
        Instant createTime,
        Instant updateTime,
        long version) {
    private static final int MAX_IDENTITIES = 20;

    public Customer {
        requireNonNull(id, "id is null");
        requireNonNull(profile, "profile is null");
        requireNonNull(createTime, "createTime is null");
        requireNonNull(updateTime, "updateTime is null");
        if (identities.size() > MAX_IDENTITIES) {
            throw Failure.invalid(
                    "identities", identities.size() + " are too many; a customer has at most " + MAX_IDENTITIES);
        }
        var sorted = new TreeSet<>(identities);
        if (sorted.size() < identities.size()) {
            throw Failure.invalid("identities", "one is given twice");
        }
        identities = List.copyOf(sorted);
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + " is not positive");
        }
    }

    static Customer create(List<Identity> identities, Profile profile, Instant now) {
        Instant time = now.truncatedTo(ChronoUnit.MICROS);
        return new Customer(CustomerId.next(), identities, profile, time, time, 1);
    }

    /** Changes with every write. */
    public String etag() {
        return Long.toString(version);
    }

    /**
     * This customer with the named parts of its profile replaced; itself when they are as they were.
     *
     * @throws Failure INVALID without an etag, STALE when it is not the last one
     */
    Customer update(String etag, Set<ProfileField> fields, Profile newParts, Instant now) {
        if (etag.isEmpty()) {
            throw Failure.invalid("etag", "is missing; read the customer and send back the etag you got");
        }
        if (!etag.equals(etag())) {
            throw new Failure(
                    Failure.Kind.STALE,
                    "CUSTOMER_CHANGED",
                    "customer '" + id + "' has changed since you read etag '" + etag + "'; read it again");
        }
        Profile changed = profile.with(fields, newParts);
        return changed.equals(profile)
                ? this
                : new Customer(id, identities, changed, createTime, now.truncatedTo(ChronoUnit.MICROS), version + 1);
    }

    /** This customer with what was empty taken from the other profile; itself when that changes nothing. */
    Customer fillIn(Profile told, Instant now) {
        Profile filled = profile.orElse(told);
        return filled.equals(profile)
                ? this
                : new Customer(id, identities, filled, createTime, now.truncatedTo(ChronoUnit.MICROS), version + 1);
    }

    Customer withIdentities(List<Identity> all) {
        return new Customer(id, all, profile, createTime, updateTime, version);
    }
}
