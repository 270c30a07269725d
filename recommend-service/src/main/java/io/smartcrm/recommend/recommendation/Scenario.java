package io.smartcrm.recommend.recommendation;

import io.smartcrm.recommend.experiment.ComparedScenario;
import java.util.Optional;

/** What a list is for. */
public enum Scenario {
    /** All that may be wanted next, by all that is known. */
    FOR_CUSTOMER,
    /** What the customer will buy again. */
    BUY_AGAIN,
    /** What a visitor goes on to from the products just looked at. */
    NEXT_IN_SESSION,
    /** What goes with the products in a basket. */
    WITH_BASKET,
    /** What is chosen more often than before. */
    TRENDING,
    /** What has not been there for long. */
    NEW_ARRIVALS,
    /** What many bought lately. */
    POPULAR,
    /** A few things the customer does not have, unlike each other. */
    EMAIL,
    /** What the knowledge graph leads to from what the customer bought and sees now. */
    KNOWLEDGE_GRAPH;

    /** As what experiments know it, if they can compare its lists. */
    Optional<ComparedScenario> compared() {
        return switch (this) {
            case FOR_CUSTOMER -> Optional.of(ComparedScenario.FOR_CUSTOMER);
            case EMAIL -> Optional.of(ComparedScenario.EMAIL);
            case BUY_AGAIN, NEXT_IN_SESSION, WITH_BASKET, TRENDING, NEW_ARRIVALS, POPULAR, KNOWLEDGE_GRAPH ->
                Optional.empty();
        };
    }
}
