package io.smartcrm.local.testing;

import java.time.Clock;
import java.time.Duration;

/** Access tokens as Keycloak's realm {@code smartcrm} makes them, signed by the test's own issuer. */
public final class Tokens {
    private Tokens() {}

    /** A good token of the user with these realm roles, valid for ten minutes. */
    public static String of(String user, String... roles) {
        return draft(user, roles).signed();
    }

    /** A token to be spoiled before it is signed. */
    public static TokenDraft draft(String user, String... roles) {
        return TokenDraft.of(user, Clock.systemUTC().instant(), roles);
    }

    public static String expired(String user, String... roles) {
        return draft(user, roles).expiredSince(Duration.ofMinutes(10)).signed();
    }

    public static String forWrongAudience(String user, String... roles) {
        return draft(user, roles).with("aud", "another-api").signed();
    }

    public static String fromWrongIssuer(String user, String... roles) {
        return draft(user, roles)
                .with("iss", "https://issuer.invalid/realms/smartcrm")
                .signed();
    }

    /** A token without signature whose header says {@code alg: none}. */
    public static String unsigned(String user, String... roles) {
        return draft(user, roles).unsigned();
    }

    /** A token signed by a key that the issuer did not publish, under the name of the published one. */
    public static String signedByStranger(String user, String... roles) {
        return draft(user, roles).signedBy(SigningKey.ofStranger());
    }

    /** An ID token, which says who signed in and must not open an API. */
    public static String idToken(String user) {
        return draft(user).with("typ", "ID").with("aud", "smartcrm-console").signed();
    }
}
