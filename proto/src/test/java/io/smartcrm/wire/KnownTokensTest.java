package io.smartcrm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class KnownTokensTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final AuthenticationRequestContext CONTEXT = function -> {
        throw new AssertionError("nothing blocks");
    };

    private Instant now = NOON;
    private final KnownTokens tokens = new KnownTokens(() -> now);

    @Test
    void aTokenThatWasAcceptedIsKnownByTheSameNameAndRoles() {
        // Given
        accept("token of alice", "alice", NOON.plus(Duration.ofMinutes(5)));

        // When
        SecurityIdentity known =
                ask(new AccessTokenCredential("token of alice")).orElseThrow();

        // Then
        assertThat(known.getPrincipal().getName()).isEqualTo("alice");
        assertThat(known.getRoles()).containsExactly("analyst");
        assertThat(known.getCredential(AccessTokenCredential.class).getToken()).isEqualTo("token of alice");
        assertThat(known.getAttributes()).isEmpty();
    }

    @Test
    void anotherTokenIsUnknownHoweverAlikeItIs() {
        // Given
        accept("token of alice", "alice", NOON.plus(Duration.ofMinutes(5)));

        // Then
        assertThat(ask(new AccessTokenCredential("token of alicE"))).isEmpty();
        assertThat(ask(new IdTokenCredential("token of alice"))).isEmpty();
    }

    @Test
    void aTokenIsForgottenWhenItExpires() {
        // Given
        accept("short", "alice", NOON.plus(Duration.ofSeconds(10)));

        // When
        now = NOON.plus(Duration.ofSeconds(10));

        // Then
        assertThat(ask(new AccessTokenCredential("short"))).isEmpty();
    }

    @Test
    void aTokenIsLookedAtAgainAfterAMinuteHoweverOftenItCame() {
        // Given
        accept("long", "alice", NOON.plus(Duration.ofHours(1)));

        // When
        now = NOON.plus(Duration.ofSeconds(59));
        accept("long", "alice", NOON.plus(Duration.ofHours(1)));
        now = NOON.plus(Duration.ofSeconds(60));

        // Then
        assertThat(ask(new AccessTokenCredential("long"))).isEmpty();
    }

    @Test
    void whatExpiredMakesRoomForNewTokens() {
        // Given
        accept("kept", "alice", NOON.plus(Duration.ofMinutes(5)));
        IntStream.range(1, 1_000).forEach(next -> accept("short " + next, "bob", NOON.plus(Duration.ofSeconds(10))));

        // When
        now = NOON.plus(Duration.ofSeconds(10));
        accept("new", "carol", NOON.plus(Duration.ofMinutes(5)));

        // Then
        assertThat(ask(new AccessTokenCredential("kept"))).isPresent();
        assertThat(ask(new AccessTokenCredential("new"))).isPresent();
    }

    @Test
    void noMoreThanAThousandTokensAreKept() {
        // When
        IntStream.rangeClosed(0, 1_000)
                .forEach(next -> accept("token " + next, "alice", NOON.plus(Duration.ofMinutes(5))));

        // Then
        assertThat(ask(new AccessTokenCredential("token 0"))).isEmpty();
        assertThat(ask(new AccessTokenCredential("token 1000"))).isPresent();
    }

    @Test
    void itIsAskedBeforeAProviderThatSaysNothingOfItsOrder() {
        assertThat(tokens.priority()).isGreaterThan(new ProviderOfItsOwn().priority());
    }

    private static final class ProviderOfItsOwn implements IdentityProvider<TokenAuthenticationRequest> {
        @Override
        public Class<TokenAuthenticationRequest> getRequestType() {
            return TokenAuthenticationRequest.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(
                TokenAuthenticationRequest request, AuthenticationRequestContext context) {
            return Uni.createFrom().nullItem();
        }
    }

    private void accept(String token, String user, Instant expiry) {
        SecurityIdentity identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(principal(user, expiry))
                .addRole("analyst")
                .addCredential(new AccessTokenCredential(token))
                .addAttribute("the request", new Object())
                .build();
        assertThat(tokens.augment(identity, CONTEXT).await().indefinitely()).isSameAs(identity);
    }

    private Optional<SecurityIdentity> ask(TokenCredential token) {
        return Optional.ofNullable(tokens.authenticate(new TokenAuthenticationRequest(token), CONTEXT)
                .await()
                .indefinitely());
    }

    private static JsonWebToken principal(String user, Instant expiry) {
        var claims = new JwtClaims();
        claims.setSubject(user);
        claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
        return new DefaultJWTCallerPrincipal(claims);
    }
}
