package io.smartcrm.loyalty.assessment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When customers are scored again, and what counts how much. */
@ConfigMapping(prefix = "smartcrm.rfm")
public interface RfmConfig {
    /** How long no event must have been applied: scoring amid a stream would soon be outdated. */
    @WithDefault("PT1S")
    Duration quiet();

    /** How long events may stream before they are scored all the same. */
    @WithDefault("PT15S")
    Duration longestWait();

    /** How much each score counts in the weighted one; together 1. */
    Weights weights();

    /** None negative. */
    interface Weights {
        @WithDefault("0.3333333333333333")
        double recency();

        @WithDefault("0.3333333333333333")
        double frequency();

        @WithDefault("0.3333333333333334")
        double monetary();
    }
}
