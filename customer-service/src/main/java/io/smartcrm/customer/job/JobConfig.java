package io.smartcrm.customer.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs are worked at. */
@ConfigMapping(prefix = "smartcrm.job")
public interface JobConfig {
    /** Customers of one transaction. */
    @WithDefault("1000")
    int batchCustomers();

    /** Between two looks for work, when nobody called; and after the database failed. */
    @WithDefault("PT2S")
    Duration pollInterval();
}
