package io.smartcrm.loyalty.campaign;

import java.util.Optional;

/** Settings of strategies in tests. */
public final class StrategyFixture {
    private StrategyFixture() {}

    /** Webhooks are signed by "secret". */
    public record Config(long reach, boolean webhookInside) implements CampaignConfig {
        @Override
        public int contactsPerWeek() {
            return 3;
        }

        @Override
        public Optional<String> webhookSecret() {
            return Optional.of("secret");
        }
    }
}
