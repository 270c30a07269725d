package io.smartcrm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class RealmReadinessTest {
    private final OidcTenantConfig config = OidcTenantConfig.builder()
            .authServerUrl("http://127.0.0.1:1/realms/smartcrm")
            .build();

    @Test
    void isReadyAsSoonAsTheRealmAnswers() {
        // Given
        var answers = new AtomicBoolean();
        TenantConfigContext realm = TenantConfigContext.createNotReady(
                null,
                config,
                () -> answers.get()
                        ? TenantConfigContext.createReady(null, config)
                        : Uni.createFrom().failure(new OIDCException("connection refused")));
        var readiness = new RealmReadiness(() -> realm, Duration.ZERO);

        // When
        Status before = status(readiness);
        answers.set(true);
        Status after = status(readiness);
        answers.set(false);
        Status whenItIsGoneAgain = status(readiness);

        // Then
        assertThat(before).isEqualTo(Status.DOWN);
        assertThat(after).isEqualTo(Status.UP);
        assertThat(whenItIsGoneAgain).isEqualTo(Status.UP);
    }

    @Test
    void asksTheRealmNoMoreOftenThanItMay() {
        // Given
        var asked = new AtomicInteger();
        TenantConfigContext realm = TenantConfigContext.createNotReady(null, config, () -> {
            asked.incrementAndGet();
            return Uni.createFrom().failure(new OIDCException("connection refused"));
        });
        var readiness = new RealmReadiness(() -> realm, Duration.ofHours(1));

        // When
        Status first = status(readiness);
        Status second = status(readiness);

        // Then
        assertThat(first).isEqualTo(Status.DOWN);
        assertThat(second).isEqualTo(Status.DOWN);
        assertThat(asked).hasValue(1);
    }

    private static Status status(RealmReadiness readiness) {
        return readiness.call().await().indefinitely().getStatus();
    }
}
