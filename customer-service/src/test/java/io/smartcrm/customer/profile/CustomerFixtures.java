package io.smartcrm.customer.profile;

import java.time.Instant;
import java.util.List;

final class CustomerFixtures {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456789Z");

    private CustomerFixtures() {}

    static Customer customer() {
        return withIdentities(List.of(new Identity("shop", "4711")));
    }

    static Customer withIdentities(List<Identity> identities) {
        return Customer.create(identities, new Profile("Ada", "ada@example.org", "", "GB"), Labels.NONE, NOW);
    }
}
