package io.smartcrm.loyalty.valuation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smartcrm.loyalty.value.TransactionModel;
import java.time.Duration;

/** What is fitted, and how far it looks ahead. */
@ConfigMapping(prefix = "smartcrm.value")
public interface ValuationConfig {
    @WithDefault("BGNBD")
    TransactionModel.Kind model();

    @WithDefault("52")
    int horizonWeeks();

    /** A year: money of next year is worth so much less. */
    @WithDefault("0.1")
    double discountRate();

    /** Share of what a customer pays that the shop earns. */
    @WithDefault("1.0")
    double margin();

    /** How long orders must pause before the model is fitted again. */
    @WithDefault("PT20S")
    Duration quiet();

    /** How old the values may become while orders stream. */
    @WithDefault("PT15M")
    Duration longestWait();
}
