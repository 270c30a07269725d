package io.smartcrm.customer.touch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How soon changes of customers are followed. */
@ConfigMapping(prefix = "smartcrm.touch")
public interface TouchConfig {
    @WithDefault("true")
    boolean enabled();

    /** Pause after a look that found nothing: the delay of a lone change. */
    @WithDefault("PT0.5S")
    Duration idlePause();

    /** Changes followed in one transaction; while more stream, following takes at most half of the time. */
    @WithDefault("5000")
    int batchSize();

    /** Pause after the database failed. */
    @WithDefault("PT5S")
    Duration failurePause();
}
