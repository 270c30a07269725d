package io.smartcrm.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the service under test an OpenID provider whose tokens {@link Tokens} makes. */
public final class OidcTestResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.oidc.auth-server-url", TokenIssuer.address());
    }

    /** Leaves the provider to the end of the JVM. */
    @Override
    public void stop() {}
}
