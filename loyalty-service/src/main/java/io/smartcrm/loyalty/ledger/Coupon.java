package io.smartcrm.loyalty.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A code that is worth points, while commands are applied. */
public final class Coupon {
    /**
     * What a coupon gives, and how often.
     *
     * @param maxUses by everybody together
     * @param perCustomer by one customer
     */
    public record Terms(long points, long maxUses, long perCustomer, Instant fromTime, Instant toTime) {}

    private final String code;
    private final Terms terms;
    private final Map<UUID, Long> usedBy;
    private long uses;

    public Coupon(String code, Terms terms, long uses, Map<UUID, Long> usedBy) {
        this.code = code;
        this.terms = terms;
        this.uses = uses;
        this.usedBy = new HashMap<>(usedBy);
    }

    public String code() {
        return code;
    }

    public long uses() {
        return uses;
    }

    long points() {
        return terms.points();
    }

    /** @throws Refusal when it is worth nothing to this customer now */
    void require(UUID customer, Instant now) {
        if (now.isBefore(terms.fromTime())) {
            throw new Refusal("COUPON_NOT_YET_VALID", "coupon '" + code + "' is valid from " + terms.fromTime());
        }
        if (!now.isBefore(terms.toTime())) {
            throw new Refusal("COUPON_EXPIRED", "coupon '" + code + "' was valid until " + terms.toTime());
        }
        if (uses >= terms.maxUses()) {
            throw new Refusal("COUPON_USED_UP", "coupon '" + code + "' was used " + uses + " times");
        }
        if (usedBy.getOrDefault(customer, 0L) >= terms.perCustomer()) {
            throw new Refusal("COUPON_ALREADY_USED", "the customer already used coupon '" + code + "'");
        }
    }

    void use(UUID customer) {
        uses++;
        usedBy.merge(customer, 1L, Long::sum);
    }
}
