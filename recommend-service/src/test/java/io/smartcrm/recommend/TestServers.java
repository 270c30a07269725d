package io.smartcrm.recommend;

import io.quarkus.test.common.QuarkusTestResource;
import io.smartcrm.local.testing.KafkaTestResource;
import io.smartcrm.local.testing.OidcTestResource;
import io.smartcrm.local.testing.PostgresTestResource;

/** The servers that all tests of this module share, so that the service starts once. */
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(OidcTestResource.class)
public final class TestServers {
    private TestServers() {}
}
