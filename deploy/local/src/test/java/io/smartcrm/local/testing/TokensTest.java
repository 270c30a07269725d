package io.smartcrm.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aGoodTokenIsSignedByThePublishedKeyAndSaysWhoMayDoWhat() throws Exception {
        // When
        String token = Tokens.of("ann", "analyst", "marketer");

        // Then
        JsonNode claims = claims(token);
        assertThat(isSignedByPublishedKey(token)).isTrue();
        assertThat(claims.at("/aud/0").asText()).isEqualTo("smartcrm-api");
        assertThat(claims.at("/preferred_username").asText()).isEqualTo("ann");
        assertThat(claims.at("/realm_access/roles").toString()).isEqualTo("[\"analyst\",\"marketer\"]");
        assertThat(claims.at("/exp").asLong()).isGreaterThan(Instant.now().getEpochSecond());
        assertThat(claims.at("/iss").asText())
                .isEqualTo(discovery().required("issuer").asText());
    }

    @Test
    void anExpiredTokenIsWellSignedAndOutOfDate() throws Exception {
        // When
        String token = Tokens.expired("ann", "admin");

        // Then
        assertThat(isSignedByPublishedKey(token)).isTrue();
        assertThat(claims(token).at("/exp").asLong())
                .isLessThan(Instant.now().minusSeconds(500).getEpochSecond());
    }

    @Test
    void aStrangersTokenBearsTheNameOfThePublishedKeyButNotItsSignature() throws Exception {
        // When
        String token = Tokens.signedByStranger("ann", "admin");

        // Then
        assertThat(header(token).at("/kid")).isEqualTo(header(Tokens.of("ann")).at("/kid"));
        assertThat(isSignedByPublishedKey(token)).isFalse();
    }

    @Test
    void anUnsignedTokenSaysAlgNoneAndEndsWithoutSignature() throws Exception {
        // When
        String token = Tokens.unsigned("ann", "admin");

        // Then
        assertThat(header(token).at("/alg").asText()).isEqualTo("none");
        assertThat(token).endsWith(".");
    }

    @Test
    void wrongAudienceAndIssuerAreTheOnlyFaultsOfTheirTokens() throws Exception {
        // When
        String wrongAudience = Tokens.forWrongAudience("ann", "admin");
        String wrongIssuer = Tokens.fromWrongIssuer("ann", "admin");

        // Then
        assertThat(isSignedByPublishedKey(wrongAudience)).isTrue();
        assertThat(isSignedByPublishedKey(wrongIssuer)).isTrue();
        assertThat(claims(wrongAudience).at("/aud").asText()).isEqualTo("another-api");
        assertThat(claims(wrongIssuer).at("/iss").asText()).doesNotContain("127.0.0.1");
    }

    private static boolean isSignedByPublishedKey(String token) throws Exception {
        int end = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(publishedKey());
        signature.update(token.substring(0, end).getBytes(UTF_8));
        return signature.verify(decode(token.substring(end + 1)));
    }

    private static PublicKey publishedKey() throws Exception {
        JsonNode key = get(discovery().required("jwks_uri").asText()).at("/keys/0");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(key.required("n")), number(key.required("e"))));
    }

    private static BigInteger number(JsonNode text) {
        return new BigInteger(1, decode(text.asText()));
    }

    private static JsonNode discovery() throws Exception {
        return get(TokenIssuer.address() + "/.well-known/openid-configuration");
    }

    private static JsonNode get(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return JSON.readTree(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }

    private static JsonNode header(String token) throws Exception {
        return JSON.readTree(decode(token.split("\\.", -1)[0]));
    }

    private static JsonNode claims(String token) throws Exception {
        return JSON.readTree(decode(token.split("\\.", -1)[1]));
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
