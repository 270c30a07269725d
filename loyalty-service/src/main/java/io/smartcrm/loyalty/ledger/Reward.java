package io.smartcrm.loyalty.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** A reward while commands are applied: what it costs and who may still take it. */
public final class Reward {
    /**
     * What a reward asks.
     *
     * @param active whether it is offered at all
     * @param tiers of which the customer must have one; empty for everybody
     * @param perCustomer how many one customer may take; empty for any number
     * @param voucherValidity how long its voucher can be used
     */
    public record Terms(
            long cost,
            boolean active,
            Instant fromTime,
            Instant toTime,
            Set<String> tiers,
            OptionalLong perCustomer,
            Duration voucherValidity) {
        public Terms {
            tiers = Set.copyOf(tiers);
        }
    }

    private final UUID id;
    private final Terms terms;
    private final Map<UUID, Long> taken;
    private OptionalLong stock;
    private long sold;

    /**
     * @param stock what is left; empty when it never runs out
     * @param taken how many each customer already took
     */
    public Reward(UUID id, Terms terms, OptionalLong stock, Map<UUID, Long> taken) {
        this.id = id;
        this.terms = terms;
        this.stock = stock;
        this.taken = new HashMap<>(taken);
    }

    public UUID id() {
        return id;
    }

    /** Fewer than 0 when more came back than were taken. */
    public long sold() {
        return sold;
    }

    Terms terms() {
        return terms;
    }

    /** @throws Refusal when this customer may not take it now */
    void require(MemberAccount customer, Instant now) {
        if (!terms.active() || now.isBefore(terms.fromTime()) || !now.isBefore(terms.toTime())) {
            throw new Refusal("REWARD_NOT_OFFERED", "reward " + id + " is not offered now");
        }
        if (!terms.tiers().isEmpty()
                && customer.tier().filter(terms.tiers()::contains).isEmpty()) {
            throw new Refusal(
                    "TIER_REQUIRED",
                    "reward " + id + " is for " + List.copyOf(terms.tiers()) + ", the customer is "
                            + customer.tier().orElse("in no tier"));
        }
        if (terms.perCustomer().isPresent()
                && taken.getOrDefault(customer.customer(), 0L)
                        >= terms.perCustomer().getAsLong()) {
            throw new Refusal(
                    "REWARD_LIMIT_REACHED",
                    "the customer already took reward " + id + " "
                            + terms.perCustomer().getAsLong() + " times");
        }
        if (stock.isPresent() && stock.getAsLong() <= 0) {
            throw new Refusal("REWARD_OUT_OF_STOCK", "reward " + id + " is out of stock");
        }
    }

    void move(UUID customer, int count) {
        sold += count;
        taken.merge(customer, (long) count, Long::sum);
        if (stock.isPresent()) {
            stock = OptionalLong.of(stock.getAsLong() - count);
        }
    }
}
