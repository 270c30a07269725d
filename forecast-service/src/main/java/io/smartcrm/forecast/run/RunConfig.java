package io.smartcrm.forecast.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** When and how runs are worked at. */
@ConfigMapping(prefix = "smartcrm.forecast-run")
interface RunConfig {
    /** Whether a run starts every night. */
    @WithDefault("true")
    boolean nightly();

    /** When it starts, UTC. A night that nobody was up for is not made up for. */
    @WithDefault("02:00")
    LocalTime at();

    /** Weeks that it looks ahead. */
    @WithDefault("6")
    int horizon();

    /** Runs that succeeded whose results are kept. */
    @WithDefault("30")
    int kept();

    /** Between two looks for work, when nobody called; and after the database failed. */
    @WithDefault("PT2S")
    Duration pollInterval();

    /** Between two looks of somebody who watches a run. */
    @WithDefault("PT0.5S")
    Duration watchInterval();
}
