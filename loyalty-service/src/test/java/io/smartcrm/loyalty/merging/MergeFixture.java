package io.smartcrm.loyalty.merging;

import io.smartcrm.outbox.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Merges of customers as their events tell them, for tests of others. */
public final class MergeFixture {
    private MergeFixture() {}

    public static void merged(Database database, UUID member, UUID into, Clock clock, PartedMembers... decisions) {
        follow(database, member, Optional.of(into), clock, decisions);
    }

    public static void parted(Database database, UUID member, Clock clock, PartedMembers... decisions) {
        follow(database, member, Optional.empty(), clock, decisions);
    }

    private static void follow(
            Database database, UUID member, Optional<UUID> into, Clock clock, PartedMembers... decisions) {
        database.transaction(connection -> {
            new Merging(List.of(decisions)).follow(connection, Map.of(member, into), clock);
            return member;
        });
    }
}
