package io.smartcrm.loyalty.delivery;

import io.smartcrm.loyalty.campaign.DefinitionFormat;
import io.smartcrm.loyalty.campaign.StrategyTable;
import io.smartcrm.loyalty.campaign.StrategyTable.Version;
import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.strategy.Action;
import io.smartcrm.loyalty.strategy.Definition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What exactly is to be done, by the version that was decided on, and whether it may still be. */
final class Assignments {
    /** What waited for longer, because its strategy was paused, would surprise the customer. */
    private static final Duration LATEST = Duration.ofDays(7);

    private static final String RESTRICTED = "select customer_id from restricted_customer where customer_id = any (?)";

    private final Map<UUID, List<Version>> versions = new HashMap<>();
    private final Set<UUID> restricted;
    private final Instant now;

    private Assignments(Set<UUID> restricted, Instant now) {
        this.restricted = restricted;
        this.now = now;
    }

    static Assignments of(Connection connection, DefinitionFormat format, List<ActionRecord> due, Instant now)
            throws SQLException {
        Set<UUID> restricted = new HashSet<>(Rows.of(connection, due)
                .column("uuid", ActionRecord::customer)
                .query(RESTRICTED, row -> row.getObject(1, UUID.class)));
        var assignments = new Assignments(restricted, now);
        var table = new StrategyTable(connection, format);
        for (ActionRecord action : due) {
            if (!assignments.versions.containsKey(action.strategy())) {
                assignments.versions.put(action.strategy(), table.versions(action.strategy()));
            }
        }
        return assignments;
    }

    /** Why it must not be done any more; empty when it may. */
    Optional<String> objection(ActionRecord action) {
        if (restricted.contains(action.customer())) {
            return Optional.of("RESTRICTED: the customer restricted what is done with their data");
        }
        if (action.createTime().isBefore(now.minus(LATEST))) {
            return Optional.of("LATE: it was decided more than " + LATEST.toDays() + " days ago");
        }
        return Optional.empty();
    }

    Definition definition(ActionRecord action) {
        return versions.getOrDefault(action.strategy(), List.of()).stream()
                .filter(version -> version.number() == action.version())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "strategy " + action.strategy() + " has no version " + action.version()))
                .definition();
    }

    Action action(ActionRecord action) {
        return definition(action).steps().get(action.position()).action();
    }
}
