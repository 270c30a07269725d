package io.smartcrm.loyalty.card;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When customers pass from one state of life to the next, and how many answer an action. */
@ConfigMapping(prefix = "smartcrm.lifecycle")
public interface CardConfig {
    /** Purchases from which on an active customer is loyal. */
    @WithDefault("5")
    int loyalPurchases();

    /** Silence after which a customer is at risk. */
    @WithDefault("P90D")
    Duration atRisk();

    /** Silence after which a customer is lapsed. */
    @WithDefault("P180D")
    Duration lapsed();

    /** Share of customers who do what an action wants: a cautious guess until results tell. */
    @WithDefault("0.1")
    double responseRate();
}
