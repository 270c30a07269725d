package io.smartcrm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smartcrm.gateway.fakes.Ids;
import io.smartcrm.local.testing.Tokens;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenTest {
    private static final String CUSTOMER = "/api/v1/customers/" + Ids.KNOWN;

    @Test
    void aTokenThatIsNotGoodOpensNothing() {
        // Given
        Map<String, String> tokens = Map.of(
                "expired", Tokens.expired("eve", "admin"),
                "of another audience", Tokens.forWrongAudience("eve", "admin"),
                "of another issuer", Tokens.fromWrongIssuer("eve", "admin"),
                "unsigned", Tokens.unsigned("eve", "admin"),
                "signed by a stranger", Tokens.signedByStranger("eve", "admin"),
                "an ID token", Tokens.idToken("eve"),
                "an ID token for us with roles",
                        Tokens.draft("eve", "admin").with("typ", "ID").signed(),
                "not a token", "abc.def.ghi",
                "opaque", "0123456789");
        var outcome = new SoftAssertions();

        // When
        tokens.forEach((name, token) -> {
            Response answer = Callers.with(token).get(CUSTOMER);
            outcome.assertThat(answer.statusCode()).as(name).isEqualTo(401);
            outcome.assertThat(answer.contentType()).as(name).startsWith("application/problem+json");
            outcome.assertThat(answer.header("WWW-Authenticate")).as(name).startsWith("Bearer");
            outcome.assertThat(answer.asString()).as(name).doesNotContain("Exception", "jose4j");
        });

        // Then
        outcome.assertAll();
    }

    @Test
    void aGoodTokenOpensWhatItsRolesAllow() {
        // When
        int status = Callers.as("agent").get(CUSTOMER).statusCode();

        // Then
        assertThat(status).isEqualTo(200);
    }

    @Test
    void pagesForEveryoneNeedNoTokenAndIgnoreABadOne() {
        // When
        Stream<Integer> statuses = Stream.of("/", "/openapi", "/q/health/live", "/q/health/ready")
                .map(path -> Callers.with("not.a.token").get(path).statusCode());

        // Then
        assertThat(statuses).containsOnly(200);
    }
}
