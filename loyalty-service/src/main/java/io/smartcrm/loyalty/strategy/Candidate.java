package io.smartcrm.loyalty.strategy;

import java.util.OptionalInt;
import java.util.UUID;

/**
 * A customer whom a strategy looks at.
 *
 * @param restricted their data may be kept and nothing else
 * @param objects to being chosen by what is known of them
 * @param agreed to the strategy's purpose
 */
public record Candidate(
        UUID customer,
        Facts facts,
        boolean inAudience,
        boolean restricted,
        boolean objects,
        boolean agreed,
        History history) {
    /**
     * What strategies did lately.
     *
     * @param own decisions of this strategy for the customer in its days, held out or not
     * @param contacts with the customer in the last days, by all strategies
     * @param rival the highest priority among others of the exclusion group that served the customer in its days
     */
    public record History(int own, int contacts, OptionalInt rival) {
        public static final History NONE = new History(0, 0, OptionalInt.empty());

        /** After a decision of this strategy. */
        public History then(boolean contact) {
            return new History(own + 1, contacts + (contact ? 1 : 0), rival);
        }
    }

    /** The same customer, with what is known now. */
    public Candidate with(Facts newFacts, History newHistory) {
        return new Candidate(customer, newFacts, inAudience, restricted, objects, agreed, newHistory);
    }
}
