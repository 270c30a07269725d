package io.smartcrm.loyalty.campaign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How far strategies go by themselves. */
@ConfigMapping(prefix = "smartcrm.strategy")
public interface CampaignConfig {
    /** Customers whom a strategy may serve within 24 hours without anybody confirming more. */
    @WithDefault("1000")
    long reach();

    /** Times that one customer is written to within 7 days, by all strategies together. */
    @WithDefault("3")
    int contactsPerWeek();

    /** Signs what webhooks are sent; without it no strategy may call one. */
    Optional<String> webhookSecret();

    /** Whether webhooks may go to addresses inside, and without TLS: for a receiver in the same network. */
    @WithDefault("false")
    boolean webhookInside();
}
