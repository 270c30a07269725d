package io.smartcrm.customer.profile;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A person or company that buys.
 *
 * @param identities at most 100, in their order, none twice
 * @param mergedInto the customer this one turned out to be
 * @param createTime whole microseconds, as the database keeps them
 * @param version from 1, grows with every write
 */
public record Customer(
        CustomerId id,
        List<Identity> identities,
        Profile profile,
        Labels labels,
        Optional<CustomerId> mergedInto,
        Instant createTime,
        Instant updateTime,
        long version) {
    private static final int MAX_IDENTITIES = 100;

    public Customer {
        requireNonNull(id, "id is null");
        requireNonNull(profile, "profile is null");
        requireNonNull(labels, "labels is null");
        requireNonNull(mergedInto, "mergedInto is null");
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

    static Customer create(List<Identity> identities, Profile profile, Labels labels, Instant now) {
        Instant time = now.truncatedTo(ChronoUnit.MICROS);
        return new Customer(CustomerId.next(), identities, profile, labels, Optional.empty(), time, time, 1);
    }

    /** Changes with every write. */
    public String etag() {
        return Long.toString(version);
    }

    /**
     * This customer with the named parts replaced; itself when they are as they were.
     *
     * @throws Failure INVALID without an etag, STALE when it is not the last one, UNPROCESSABLE when this customer turned
     *     out to be another one
     */
    Customer update(String etag, CustomerChange change, Instant now) {
        if (etag.isEmpty()) {
            throw Failure.invalid("etag", "is missing; read the customer and send back the etag you got");
        }
        mergedInto.ifPresent(other -> {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "CUSTOMER_MERGED",
                    "customer '" + id + "' was merged into '" + other + "'; change that one");
        });
        if (!etag.equals(etag())) {
            throw new Failure(
                    Failure.Kind.STALE,
                    "CUSTOMER_CHANGED",
                    "customer '" + id + "' has changed since you read etag '" + etag + "'; read it again");
        }
        var changed = next(
                change.fields().contains(ProfileField.IDENTITIES) ? change.identities() : identities,
                profile.with(change.fields(), change.profile()),
                labels.with(change.fields(), change.attributeNames(), change.labels()),
                mergedInto,
                now);
        boolean same = changed.profile.equals(profile)
                && changed.labels.equals(labels)
                && changed.identities.equals(identities);
        return same ? this : changed;
    }

    /** This customer with another profile and other labels, such as what is left of two who were one. */
    public Customer with(Profile other, Labels otherLabels, Instant now) {
        return next(identities, other, otherLabels, mergedInto, now);
    }

    /** This customer as one who turned out to be another, or is itself again. */
    public Customer mergedInto(Optional<CustomerId> other, Instant now) {
        return next(identities, profile, labels, other, now);
    }

    private Customer next(
            List<Identity> newIdentities,
            Profile newProfile,
            Labels newLabels,
            Optional<CustomerId> newMergedInto,
            Instant now) {
        return new Customer(
                id,
                newIdentities,
                newProfile,
                newLabels,
                newMergedInto,
                createTime,
                now.truncatedTo(ChronoUnit.MICROS),
                version + 1);
    }

    /** This customer with what was empty taken from the other profile; itself when that changes nothing. */
    Customer fillIn(Profile told, Instant now) {
        Profile filled = profile.orElse(told);
        return filled.equals(profile) ? this : with(filled, labels, now);
    }

    /** This customer with what the other profile tells; itself when that changes nothing. */
    Customer correct(Profile told, Instant now) {
        Profile corrected = told.orElse(profile);
        return corrected.equals(profile) ? this : with(corrected, labels, now);
    }
}
