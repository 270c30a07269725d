package io.smartcrm.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The claims of an access token that nobody has signed yet; each change gives a new draft. */
public record TokenDraft(Map<String, Object> claims) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    public TokenDraft {
        claims = Map.copyOf(claims);
    }

    static TokenDraft of(String user, Instant now, String... roles) {
        return new TokenDraft(Map.ofEntries(
                Map.entry("iss", TokenIssuer.address()),
                Map.entry("sub", UUID.nameUUIDFromBytes(user.getBytes(UTF_8)).toString()),
                Map.entry("aud", List.of("smartcrm-api")),
                Map.entry("azp", "smartcrm-cli"),
                Map.entry("typ", "Bearer"),
                Map.entry("jti", UUID.randomUUID().toString()),
                Map.entry("iat", now.getEpochSecond()),
                Map.entry("exp", now.plus(LIFETIME).getEpochSecond()),
                Map.entry("preferred_username", user),
                Map.entry("realm_access", Map.of("roles", List.of(roles)))));
    }

    public TokenDraft with(String claim, Object value) {
        Map<String, Object> changed = new TreeMap<>(claims);
        changed.put(claim, value);
        return new TokenDraft(changed);
    }

    public TokenDraft without(String claim) {
        Map<String, Object> changed = new TreeMap<>(claims);
        changed.remove(claim);
        return new TokenDraft(changed);
    }

    public TokenDraft expiredSince(Duration age) {
        Instant expiry = Instant.now().minus(age);
        return with("iat", expiry.minus(LIFETIME).getEpochSecond()).with("exp", expiry.getEpochSecond());
    }

    /** The token, signed RS256 by the key that the test's issuer published. */
    public String signed() {
        return signedBy(SigningKey.published());
    }

    String signedBy(SigningKey key) {
        String content = part(Map.of("alg", "RS256", "typ", "JWT", "kid", key.id())) + "." + part(claims);
        return content + "." + base64(key.sign(content));
    }

    String unsigned() {
        return part(Map.of("alg", "none", "typ", "JWT")) + "." + part(claims) + ".";
    }

    private static String part(Map<String, ?> content) {
        try {
            return base64(JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a claim cannot be written as JSON: " + content.keySet(), e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
