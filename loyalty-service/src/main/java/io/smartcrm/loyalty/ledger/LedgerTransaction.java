package io.smartcrm.loyalty.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Points moved, for good.
 *
 * @param points what the customer gained, negative for what was lost; 0 when they only became spendable
 * @param after the customer's balance
 */
public record LedgerTransaction(
        UUID id,
        Kind kind,
        UUID customer,
        long points,
        List<Entry> entries,
        Balance after,
        Details details,
        Instant time) {
    public LedgerTransaction {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(customer, "customer is null");
        entries = List.copyOf(entries);
        long sum = entries.stream().mapToLong(Entry::points).sum();
        if (entries.isEmpty() || sum != 0) {
            throw new IllegalArgumentException(kind + " " + id + " sums to " + sum + ": " + entries);
        }
    }

    /**
     * What a transaction is about.
     *
     * @param other the customer who received a transfer
     * @param cancels the transaction that this one undoes
     * @param reason in words; empty when there is nothing to say
     */
    public record Details(
            Optional<UUID> order,
            Optional<UUID> reward,
            Optional<UUID> other,
            Optional<UUID> cancels,
            String reason,
            String actor) {
        public static Details of(String reason, String actor) {
            return new Details(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), reason, actor);
        }

        public Details ofOrder(UUID order) {
            return new Details(Optional.of(order), reward, other, cancels, reason, actor);
        }

        Details ofReward(UUID reward) {
            return new Details(order, Optional.of(reward), other, cancels, reason, actor);
        }

        Details to(UUID other) {
            return new Details(order, reward, Optional.of(other), cancels, reason, actor);
        }

        Details undoing(UUID cancels) {
            return new Details(order, reward, other, Optional.of(cancels), reason, actor);
        }
    }
}
