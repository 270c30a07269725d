package io.smartcrm.gateway.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one caller may ask of the gateway. */
@ConfigMapping(prefix = "smartcrm.limits")
interface LimitConfig {
    /** Largest body of a request that is not an upload. */
    @WithDefault("1M")
    MemorySize body();

    /** Largest body that carries many records to be answered at once. */
    @WithDefault("8M")
    MemorySize batchBody();

    /**
     * Bodies under way at a time, of all principals together and without uploads: as objects they take ten to twenty
     * times that of the heap.
     */
    @WithDefault("8M")
    MemorySize bodiesUnderWay();

    /** Largest upload. */
    @WithDefault("4G")
    MemorySize uploadBody();

    /** Requests a second that one principal may keep up. */
    @WithDefault("1000")
    int requestsPerSecond();

    /** Requests that one principal may send at once after a pause. */
    @WithDefault("2000")
    int burst();

    /** Requests under way at a time, of all principals together; streams of events count as long as they last. */
    @WithDefault("1000")
    int concurrentRequests();
}
