package io.smartcrm.gateway.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Keeps one principal from taking the whole gateway; runs once the caller is known. */
@ApplicationScoped
class RateLimit {
    private final SecurityIdentity identity;
    private final TokenBuckets buckets;
    private final LimitConfig limits;

    RateLimit(SecurityIdentity identity, LimitConfig limits) {
        this.identity = identity;
        this.limits = limits;
        this.buckets = new TokenBuckets(limits.requestsPerSecond(), limits.burst());
    }

    @ServerRequestFilter
    public void admit(ContainerRequestContext request) {
        if (!buckets.take(identity.getPrincipal().getName(), System.nanoTime())) {
            throw new Failure(
                    Failure.Kind.BUSY,
                    "RATE_LIMITED",
                    "more than " + limits.requestsPerSecond() + " requests a second; slow down and try again");
        }
    }
}
