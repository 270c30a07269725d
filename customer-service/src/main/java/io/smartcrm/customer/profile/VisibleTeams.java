package io.smartcrm.customer.profile;

import io.smartcrm.customer.listing.KeysetSelect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The customers that a caller may know of.
 *
 * @param names their teams, of which the empty one is of the customers that no team has; empty when all may be known
 */
public record VisibleTeams(Optional<List<String>> names) {
    public static final VisibleTeams ALL = new VisibleTeams(Optional.empty());

    public VisibleTeams {
        names = names.map(List::copyOf);
    }

    /** The customers of these teams and those that no team has. */
    static VisibleTeams of(List<String> teams) {
        return new VisibleTeams(Optional.of(
                Stream.concat(Stream.of(""), teams.stream()).distinct().toList()));
    }

    /** The caller's own team, of several the first; empty without one. */
    String own() {
        return names.filter(visible -> visible.size() > 1)
                .map(visible -> visible.get(1))
                .orElse("");
    }

    boolean include(String team) {
        return names.map(visible -> visible.contains(team)).orElse(true);
    }

    /** Narrows a list of facts to the customers the caller may know of; facts without a customer stay. */
    public void narrow(KeysetSelect select, String customerColumn) {
        names.ifPresent(visible -> select.where(condition(customerColumn), (Object) visible.toArray(String[]::new)));
    }

    /** The condition of {@link #narrow} for other statements; its question mark stands for {@link #names} as text[]. */
    public static String condition(String customerColumn) {
        return "(" + customerColumn + " is null or exists (select from customer seen where seen.id = " + customerColumn
                + " and seen.team = any (cast(? as text[]))))";
    }
}
