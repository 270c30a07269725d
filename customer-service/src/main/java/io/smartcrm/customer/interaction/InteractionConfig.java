package io.smartcrm.customer.interaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How interactions come in and how long their message ids are known. */
@ConfigMapping(prefix = "smartcrm.interaction")
interface InteractionConfig {
    /** Interactions of one request. */
    @WithDefault("1000")
    int batchLimit();

    /** Interactions of all requests that are committed together. */
    @WithDefault("5000")
    int commitLimit();

    /** How long a lone request waits for others to be committed with; a part of its answer's time. */
    @WithDefault("PT0.004S")
    Duration linger();

    /** Interactions that wait to be committed; more are refused as BUSY. */
    @WithDefault("20000")
    int waitingLimit();

    /** How long at least a message id is known; a source must have given up trying again by then. */
    @WithDefault("P14D")
    Duration messageRetention();

    /** Pause between looks for visitors and users who turned out to be customers; an identification is followed at once. */
    @WithDefault("PT5S")
    Duration joinInterval();

    /** Interactions that become a customer's in one transaction. */
    @WithDefault("5000")
    int joinLimit();
}
