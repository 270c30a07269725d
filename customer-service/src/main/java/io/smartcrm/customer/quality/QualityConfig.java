package io.smartcrm.customer.quality;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the data is measured. */
@ConfigMapping(prefix = "smartcrm.quality")
public interface QualityConfig {
    /** Whether a report is made every day (UTC), without being asked for. */
    @WithDefault("true")
    boolean daily();

    /** Between two looks whether the report of the day is there. */
    @WithDefault("PT15M")
    Duration checkInterval();
}
