package io.smartcrm.customer;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.smartcrm.customer.contact.SmtpTestResource;
import io.smartcrm.local.testing.KafkaTestResource;
import io.smartcrm.local.testing.OidcTestResource;
import io.smartcrm.local.testing.PostgresTestResource;

/** What the service stands on in all tests of this module, so that it is started once. */
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OidcTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SmtpTestResource.class, scope = TestResourceScope.GLOBAL)
final class Surroundings {
    private Surroundings() {}
}
