package io.smartcrm.recommend.knowledge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the knowledge graph is read anew, and how much is learned from. */
@ConfigMapping(prefix = "smartcrm.knowledge")
interface KnowledgeConfig {
    /** Product events must have paused for so long before the catalogue is read. */
    @WithDefault("PT10S")
    Duration quietPeriod();

    /** While they do not pause, the catalogue is read this long after the last time. */
    @WithDefault("PT2M")
    Duration longestDelay();

    /** Products to learn words and the tagger from; about 2 ms of CPU time each. */
    @WithDefault("1500")
    int sample();

    /** Words are learned anew, and all products read, when this share of them changed since. */
    @WithDefault("0.05")
    double relearnShare();

    /** Orders to count what goes together in, the latest ones. */
    @WithDefault("5000")
    int orders();

    /** What goes together is counted at most so often. */
    @WithDefault("PT1M")
    Duration relateEvery();
}
