package io.smartcrm.gateway.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway waits for a service. */
@ConfigMapping(prefix = "smartcrm.calls")
interface CallConfig {
    /** For a question or a change. */
    @WithDefault("5s")
    Duration deadline();

    /** For one part of an answer that can do without it. */
    @WithDefault("2s")
    Duration partDeadline();

    /** For a training, which answers when the new model serves. */
    @WithDefault("5m")
    Duration trainingDeadline();

    /** For results that take a service's processors a while. */
    @WithDefault("2m")
    Duration computingDeadline();

    /** For a file on its way to a service, or from it. */
    @WithDefault("30m")
    Duration transferDeadline();

    /** For watching a job. */
    @WithDefault("6h")
    Duration watchDeadline();

    /** Calls of one service under way at once, but for streams. */
    @WithDefault("64")
    int atOnce();

    /** Calls of one service that may wait for their turn. */
    @WithDefault("2000")
    int waiting();

    /** For one's turn. */
    @WithDefault("2s")
    Duration patience();
}
