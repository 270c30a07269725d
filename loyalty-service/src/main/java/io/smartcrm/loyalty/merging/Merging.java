package io.smartcrm.loyalty.merging;

import io.quarkus.arc.All;
import io.smartcrm.loyalty.account.AccountTable;
import io.smartcrm.loyalty.account.Outcome;
import io.smartcrm.loyalty.account.PointsTransaction;
import io.smartcrm.loyalty.account.Posting;
import io.smartcrm.loyalty.account.PostingTables;
import io.smartcrm.loyalty.ledger.Balance;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.loyalty.ledger.Lot;
import io.smartcrm.loyalty.merging.MergedMembers.Merged;
import io.smartcrm.loyalty.programme.OrderHolders;
import io.smartcrm.loyalty.programme.ProgrammeTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Lets points follow merges of customers. Points of orders go where their orders go, by the events of orders; the rest of
 * what a customer has or owes is brought along, remembered, and given back when the merge is undone. As only sums are
 * moved, it makes no difference whether the events of orders or those of customers come first.
 */
@ApplicationScoped
public class Merging {
    private static final String ACTOR = "merge";

    private final List<PartedMembers> decisions;

    Merging(@All List<PartedMembers> decisions) {
        this.decisions = List.copyOf(decisions);
    }

    /** @param told of each customer, whom it is a part of now */
    void follow(Connection connection, Map<UUID, Optional<UUID>> told, Clock clock) throws SQLException {
        var members = new MergedMembers(connection);
        Map<UUID, Merged> before = members.find(told.keySet());
        Map<UUID, Optional<UUID>> changed = new LinkedHashMap<>(told);
        changed.entrySet()
                .removeIf(entry -> entry.getValue()
                        .equals(Optional.ofNullable(before.get(entry.getKey())).map(Merged::into)));
        if (changed.isEmpty()) {
            return;
        }
        new OrderHolders(connection).lock();
        for (Map.Entry<UUID, Optional<UUID>> change : changed.entrySet()) {
            UUID member = change.getKey();
            Optional<Merged> merged = members.find(member);
            if (merged.isPresent()) {
                part(connection, merged.get(), clock);
            }
            if (change.getValue().isPresent()) {
                members.merge(member, change.getValue().get(), clock.instant());
                carry(connection, member, clock);
            }
        }
    }

    private void part(Connection connection, Merged merged, Clock clock) throws SQLException {
        new MergedMembers(connection).part(merged.member());
        if (merged.brought() != 0) {
            post(
                    connection,
                    new Command.Part(
                            merged.member(),
                            merged.into(),
                            merged.brought(),
                            expireTime(connection, clock.instant()),
                            ACTOR),
                    clock);
            carry(connection, merged.into(), clock);
        }
        for (PartedMembers decision : decisions) {
            decision.parted(connection, merged.member(), merged.into(), merged.time());
        }
    }

    private static Instant expireTime(Connection connection, Instant now) throws SQLException {
        return new ProgrammeTable(connection)
                .read()
                .map(programme -> programme.terms().expireTime(now))
                .orElse(Lot.NEVER);
    }

    /** Brings what a merged customer has, and what came along with it, to where they belong at last. */
    private static void carry(Connection connection, UUID from, Clock clock) throws SQLException {
        var members = new MergedMembers(connection);
        Set<UUID> seen = new HashSet<>();
        Optional<Merged> next = members.find(from);
        while (next.isPresent() && seen.add(next.get().member())) {
            UUID member = next.get().member();
            UUID into = next.get().into();
            // What is expired is booked first, and is in neither.
            long brought = bring(connection, member, into, clock);
            members.bring(member, brought - new OrderHolders(connection).handOver(member, into));
            next = members.find(into);
        }
    }

    /** All in all, negative for what was owed. */
    private static long bring(Connection connection, UUID member, UUID into, Clock clock) throws SQLException {
        Balance balance = new AccountTable(connection).find(member).balance();
        return balance.equals(Balance.NOTHING) ? 0 : -post(connection, new Command.Merge(member, into, ACTOR), clock);
    }

    /** What the customer gained. */
    private static long post(Connection connection, Command command, Clock clock) throws SQLException {
        Outcome outcome = new PostingTables(connection, clock)
                .post(List.of(Posting.of(command)))
                .get(0);
        outcome.failure().ifPresent(refused -> {
            throw refused;
        });
        return outcome.transaction().map(PointsTransaction::points).orElse(0L);
    }
}
