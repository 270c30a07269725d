package io.smartcrm.customer.segment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long segments may take. */
@ConfigMapping(prefix = "smartcrm.segment")
public interface SegmentConfig {
    /** Of an evaluation of all customers: who waits behind it waits as long. */
    @WithDefault("PT30S")
    Duration evaluationTimeout();

    /** Of a preview's exact count; below the deadline of the gateway, so that an estimate can follow. */
    @WithDefault("PT1S")
    Duration previewTimeout();

    /** Customers that an estimate looks at. */
    @WithDefault("2000")
    int sampleSize();

    /** How late it is noticed that time alone made a customer enter or leave. */
    @WithDefault("PT10S")
    Duration timeInterval();

    /** How often at most products that change what they are make all customers be evaluated again. */
    @WithDefault("PT1M")
    Duration refreshInterval();
}
