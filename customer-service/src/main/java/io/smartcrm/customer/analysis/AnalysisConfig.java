package io.smartcrm.customer.analysis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How customers are analysed. */
@ConfigMapping(prefix = "smartcrm.analysis")
public interface AnalysisConfig {
    /** How old the median prices may be that what a customer pays is compared with. */
    @WithDefault("PT1M")
    Duration priceAge();
}
