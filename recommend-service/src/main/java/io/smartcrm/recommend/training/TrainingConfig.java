package io.smartcrm.recommend.training;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When models are trained, and how large they may grow. */
@ConfigMapping(prefix = "smartcrm.training")
public interface TrainingConfig {
    /** Events must have paused for so long before a training starts. */
    @WithDefault("PT5S")
    Duration quietPeriod();

    /** While events do not pause, a training starts this long after the one before, or after the first event. */
    @WithDefault("PT1M")
    Duration longestDelay();

    /** While events do not pause, trainings take at most one part in so many of the time. */
    @WithDefault("10")
    int restFactor();

    /** A model is trained anew at this age even without new events. */
    @WithDefault("PT24H")
    Duration oldestModel();

    /** Purchases to train on, the latest ones; about 150 bytes of memory each while training. */
    @WithDefault("500000")
    int mostInteractions();

    /** Products on sale to know beside those that were bought, the latest ones. */
    @WithDefault("100000")
    int mostProducts();

    /** Neighbours of a product by customers, by text and by basket; 40 bytes of memory for the three. */
    @WithDefault("50")
    int neighbours();

    /** Numbers that describe a product's place among the tastes; 4 bytes of memory each. */
    @WithDefault("64")
    int factors();

    /** Orders to learn from what goes together and what comes next, the latest ones; 12 bytes and 8 a line each. */
    @WithDefault("50000")
    int mostBaskets();

    /** What counts as lately for popular products. */
    @WithDefault("P30D")
    Duration popularWindow();

    /** Model versions in the database; those before the newest are there to go back to. */
    @WithDefault("3")
    int keptVersions();
}
