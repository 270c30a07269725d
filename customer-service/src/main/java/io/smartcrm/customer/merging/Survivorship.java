package io.smartcrm.customer.merging;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.profile.OpenCustomer;
import io.smartcrm.customer.profile.Profile;
import io.smartcrm.wire.Failure;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What of two profiles goes into the one: for each field whose value survives. A value never gives way to none.
 *
 * @param sources namespaces of identities, the most trusted first
 */
public record Survivorship(FieldRule name, FieldRule email, FieldRule phone, FieldRule country, List<String> sources) {
    public static final Survivorship USUAL = new Survivorship(
            FieldRule.MOST_COMPLETE, FieldRule.MOST_RECENT, FieldRule.MOST_RECENT, FieldRule.MOST_RECENT, List.of());
    private static final int MAX_SOURCES = 20;

    public Survivorship {
        requireNonNull(name, "name is null");
        requireNonNull(email, "email is null");
        requireNonNull(phone, "phone is null");
        requireNonNull(country, "country is null");
        sources = List.copyOf(sources);
        if (sources.size() > MAX_SOURCES) {
            throw Failure.invalid("survivorship.sources", "names " + sources.size() + ", more than " + MAX_SOURCES);
        }
        boolean bySource = List.of(name, email, phone, country).contains(FieldRule.SOURCE_PRIORITY);
        if (bySource && sources.isEmpty()) {
            throw Failure.invalid("survivorship.sources", "names none, but a field goes by SOURCE_PRIORITY");
        }
    }

    /** What survives: the profile, and the names of the fields that come from the loser. */
    public record Survivor(Profile profile, Set<String> taken) {
        public Survivor {
            taken = Set.copyOf(taken);
        }
    }

    public Survivor of(OpenCustomer winner, OpenCustomer loser) {
        Set<String> taken = new TreeSet<>();
        var profile = new Profile(
                choose("name", name, winner, loser, Profile::name, taken),
                choose("email", email, winner, loser, Profile::email, taken),
                choose("phone", phone, winner, loser, Profile::phone, taken),
                choose("country", country, winner, loser, Profile::country, taken));
        return new Survivor(profile, taken);
    }

    /** Who of them all the others go into: the fullest profile, the oldest among equals. */
    public static OpenCustomer winner(List<OpenCustomer> customers) {
        return customers.stream()
                .max(Comparator.comparingInt(Survivorship::fullness)
                        .thenComparing(OpenCustomer::createTime, Comparator.reverseOrder())
                        .thenComparing(OpenCustomer::id, Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static int fullness(OpenCustomer customer) {
        Profile profile = customer.profile();
        return (int) List.of(profile.name(), profile.email(), profile.phone(), profile.country()).stream()
                        .filter(value -> !value.isEmpty())
                        .count()
                + customer.namespaces().size();
    }

    private String choose(
            String field,
            FieldRule rule,
            OpenCustomer winner,
            OpenCustomer loser,
            Function<Profile, String> value,
            Set<String> taken) {
        String kept = value.apply(winner.profile());
        String other = value.apply(loser.profile());
        boolean take = !other.isEmpty()
                && !other.equals(kept)
                && (kept.isEmpty() || losersSurvives(rule, winner, loser, kept, other));
        if (take) {
            taken.add(field);
        }
        return take ? other : kept;
    }

    private boolean losersSurvives(FieldRule rule, OpenCustomer winner, OpenCustomer loser, String kept, String other) {
        return switch (rule) {
            case MOST_RECENT -> loser.updateTime().isAfter(winner.updateTime());
            case MOST_COMPLETE -> other.length() > kept.length();
            case SOURCE_PRIORITY ->
                rank(loser) < rank(winner)
                        || (rank(loser) == rank(winner) && loser.updateTime().isAfter(winner.updateTime()));
            case WINNER -> false;
        };
    }

    private int rank(OpenCustomer customer) {
        return customer.namespaces().stream()
                .mapToInt(sources::indexOf)
                .filter(rank -> rank >= 0)
                .min()
                .orElse(sources.size());
    }
}
