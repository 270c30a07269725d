package io.smartcrm.wire;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Not ready before the realm's keys are here: a service may start beside Keycloak, and its first caller is not the one
 * who waits for them. Once they are here, tokens are checked without Keycloak, so its loss changes nothing.
 */
@Readiness
@ApplicationScoped
public class RealmReadiness implements AsyncHealthCheck {
    private static final Logger LOG = Logger.getLogger(RealmReadiness.class);
    private static final String NAME = "Keys of the realm";
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final Supplier<TenantConfigContext> realm;
    private final Duration betweenAttempts;
    private final AtomicLong nextAttempt = new AtomicLong(System.nanoTime());

    @Inject
    RealmReadiness(TenantConfigBean realms) {
        this(realms::getDefaultTenant, BETWEEN_ATTEMPTS);
    }

    RealmReadiness(Supplier<TenantConfigContext> realm, Duration betweenAttempts) {
        this.realm = realm;
        this.betweenAttempts = betweenAttempts;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        TenantConfigContext known = realm.get();
        if (known.ready() || !isTime()) {
            return Uni.createFrom().item(response(known.ready()));
        }
        return known.initialize()
                .map(TenantConfigContext::ready)
                .onFailure()
                .recoverWithItem(thrown -> {
                    LOG.infof("The realm does not answer yet: %s", thrown.getMessage());
                    return false;
                })
                .map(RealmReadiness::response);
    }

    private boolean isTime() {
        long due = nextAttempt.get();
        long now = System.nanoTime();
        return now - due >= 0 && nextAttempt.compareAndSet(due, now + betweenAttempts.toNanos());
    }

    private static HealthCheckResponse response(boolean ready) {
        return ready ? HealthCheckResponse.up(NAME) : HealthCheckResponse.down(NAME);
    }
}
