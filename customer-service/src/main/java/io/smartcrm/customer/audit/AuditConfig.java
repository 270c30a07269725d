package io.smartcrm.customer.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How soon calls are chained, and how often the chain is anchored. */
@ConfigMapping(prefix = "smartcrm.audit")
public interface AuditConfig {
    /** Between two looks for entries that wait. */
    @WithDefault("PT1S")
    Duration chainInterval();

    /** Between two anchors. */
    @WithDefault("P1D")
    Duration anchorInterval();

    /** Entries chained in one transaction. */
    @WithDefault("1000")
    int batch();
}
