package io.smartcrm.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How eagerly events leave, and how long their traces stay. */
@ConfigMapping(prefix = "smartcrm.outbox")
public interface OutboxConfig {
    /** Events sent before their acknowledgements are awaited. */
    @WithDefault("5000")
    int batchSize();

    /** Pause after a look that found nothing: the delay of a lone event. */
    @WithDefault("PT0.1S")
    Duration idlePause();

    /** Pause after the database or the broker failed. */
    @WithDefault("PT1S")
    Duration failurePause();

    /** A service that only reads events needs no relay. */
    @WithDefault("true")
    boolean relayEnabled();

    /** How long marks of applied events and answered commands are kept: longer than any redelivery can take. */
    @WithDefault("P14D")
    Duration retention();
}
