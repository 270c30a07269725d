package io.smartcrm.loyalty.programme;

import io.smartcrm.loyalty.earning.TierPolicy.Standing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How far customers are from their next tiers. */
public final class NextTiers {
    private NextTiers() {}

    /** What each still needs, by the programme's measure; without those who have no account or the highest tier. */
    public static Map<UUID, Long> missing(Connection connection, Collection<UUID> customers, Instant now)
            throws SQLException {
        Optional<Programme> programme = new ProgrammeTable(connection).read();
        if (programme.isEmpty() || customers.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Long> missing = new LinkedHashMap<>();
        for (Map.Entry<UUID, Standing> standing : new TierReviewTable(connection, programme.get(), now)
                .standings(customers)
                .entrySet()) {
            if (standing.getValue().next().isPresent()) {
                missing.put(standing.getKey(), standing.getValue().missing());
            }
        }
        return missing;
    }
}
