package io.smartcrm.wire;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a short while whom a token showed. Callers send the same token with request after request, and to
 * compute its signature anew each time takes longer than many an answer. Only what OIDC accepted is remembered, under
 * the whole token, and never longer than the token is valid.
 */
@ApplicationScoped
public class KnownTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {
    /** A key that the realm takes back is trusted for so long at most. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** An identity takes 5 to 10 kB. */
    private static final int MOST = 1_000;

    private final Map<String, Known> tokens = new ConcurrentHashMap<>();
    private final InstantSource clock;

    private record Known(SecurityIdentity identity, Instant until) {}

    @Inject
    KnownTokens() {
        this(Clock.systemUTC());
    }

    KnownTokens(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** One before what OIDC has, and everybody who does not say. */
    @Override
    public int priority() {
        return IdentityProvider.SYSTEM_FIRST + 2;
    }

    /** Nothing for a token that is not known: then OIDC is asked. */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(request.getToken() instanceof AccessTokenCredential sent ? known(sent.getToken()) : null);
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        AccessTokenCredential accepted = identity.getCredential(AccessTokenCredential.class);
        if (accepted != null && identity.getPrincipal() instanceof JsonWebToken token) {
            remember(accepted.getToken(), token.getExpirationTime(), identity);
        }
        return Uni.createFrom().item(identity);
    }

    private @Nullable SecurityIdentity known(String token) {
        Known found = tokens.get(token);
        if (found == null) {
            return null;
        }
        if (clock.instant().isBefore(found.until())) {
            return found.identity();
        }
        tokens.remove(token, found);
        return null;
    }

    private void remember(String token, long expirationTime, SecurityIdentity identity) {
        Instant expiry = Instant.ofEpochSecond(expirationTime);
        Instant forgotten = clock.instant().plus(REMEMBERED);
        if (tokens.size() >= MOST) {
            makeRoom();
        }
        tokens.putIfAbsent(token, new Known(withoutRequest(identity), expiry.isBefore(forgotten) ? expiry : forgotten));
    }

    private void makeRoom() {
        Instant now = clock.instant();
        tokens.values().removeIf(known -> !now.isBefore(known.until()));
        if (tokens.size() >= MOST) {
            tokens.clear();
        }
    }

    /** The attributes of an identity hold the request that it came with. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .build();
    }
}
