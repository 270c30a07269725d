package io.smartcrm.gateway;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.smartcrm.gateway.fakes.FakeServices;
import io.smartcrm.local.testing.OidcTestResource;

/** What the gateway stands on in all tests of this module, so that it is started once. */
@WithTestResource(value = OidcTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeServices.class, scope = TestResourceScope.GLOBAL)
final class Surroundings {
    private Surroundings() {}
}
