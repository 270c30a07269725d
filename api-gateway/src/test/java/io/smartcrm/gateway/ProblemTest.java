package io.smartcrm.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemTest {
    private static final String CUSTOMERS = "/api/v1/customers";

    @Test
    void anUnknownCustomerIsNotFound() {
        // When
        Response answer = Callers.as("agent").get(CUSTOMERS + "/" + Ids.UNKNOWN);

        // Then
        assertProblem(answer, 404, "CUSTOMER_NOT_FOUND");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:smartcrm:problem:customer-not-found");
        assertThat(answer.jsonPath().getString("title")).isEqualTo("Not Found");
        assertThat(answer.jsonPath().getString("detail")).contains(Ids.UNKNOWN);
        assertThat(answer.jsonPath().getString("instance")).isEqualTo(CUSTOMERS + "/" + Ids.UNKNOWN);
    }

    @Test
    void anUnknownPathIsNotFound() {
        assertProblem(Callers.as("admin").get("/api/v1/nothing"), 404, "PATH_NOT_FOUND");
        assertProblem(given().get("/nothing/here"), 404, "PATH_NOT_FOUND");
    }

    @Test
    void aMethodThatAPathDoesNotKnowIsNotAllowed() {
        // When
        Response answer = Callers.as("admin").delete(CUSTOMERS);

        // Then
        assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void anAnswerInAFormThatWeDoNotWriteIsNotAcceptable() {
        // When
        Response answer = Callers.as("admin").accept("image/png").get(CUSTOMERS);

        // Then
        assertProblem(answer, 406, "NOT_ACCEPTABLE");
    }

    @Test
    void aBodyInAFormThatWeDoNotReadIsRefused() {
        // When
        Response answer = Callers.as("admin")
                .header("Idempotency-Key", "key-415")
                .contentType("text/plain")
                .body("Ada")
                .post(CUSTOMERS);

        // Then
        assertProblem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void aBodyThatIsNotJsonIsRefusedWithThePlace() {
        // When
        Response answer = create("{\"name\": Ada}");

        // Then
        assertProblem(answer, 400, "MALFORMED_JSON");
        assertThat(answer.jsonPath().getString("detail")).contains("line 1");
    }

    @Test
    void aFieldThatNobodyKnowsIsRefusedByName() {
        // When
        Response answer = create("{\"name\": \"Ada\", \"etag\": \"7\"}");

        // Then
        assertProblem(answer, 400, "INVALID_FIELD");
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("#/etag");
    }

    @Test
    void aFieldOfTheWrongTypeIsRefusedByName() {
        // When
        Response answer = create("{\"identities\": [{\"namespace\": {}}]}");

        // Then
        assertProblem(answer, 400, "INVALID_FIELD");
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("#/identities/0/namespace");
    }

    @Test
    void aFieldThatTheServiceRefusesIsNamedAsTheCallerKnowsIt() {
        // When
        Response answer = create("{\"email\": \"not an address\"}");

        // Then
        assertProblem(answer, 400, "INVALID_FIELD");
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("#/email");
        assertThat(answer.jsonPath().getString("errors[0].detail")).isEqualTo("is not an e-mail address");
    }

    @Test
    void aRequestWithoutTheBodyItNeedsIsRefused() {
        // When
        Response answer = Callers.as("admin")
                .header("Idempotency-Key", "key-empty")
                .contentType(ContentType.JSON)
                .post(CUSTOMERS);

        // Then
        assertProblem(answer, 400, "BODY_REQUIRED");
    }

    @Test
    void aDefectOfAServiceLeavesWithoutItsDetails() {
        // When
        Response answer = Callers.as("admin").get(CUSTOMERS + "/" + Ids.BROKEN);

        // Then
        assertProblem(answer, 500, "INTERNAL");
        assertThat(answer.asString()).doesNotContain("secret", "Exception");
    }

    @Test
    void aServiceThatIsDownIsNamedWithoutItsAddress() {
        // When
        Response answer = Callers.as("admin").get(CUSTOMERS + "/" + Ids.DOWN);

        // Then
        assertProblem(answer, 503, "SERVICE_UNREACHABLE");
        assertThat(answer.jsonPath().getString("detail")).startsWith("customer-service");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.asString()).doesNotContain("10.0.0.7");
    }

    @Test
    void aServiceThatDoesNotAnswerInTimeIsNamed() {
        // When
        Response answer = Callers.as("admin").get(CUSTOMERS + "/" + Ids.SILENT);

        // Then
        assertProblem(answer, 504, "SERVICE_TIMEOUT");
    }

    @Test
    void answersCarryTheHeadersThatKeepBrowsersHonest() {
        // When
        Response answer = Callers.as("admin").get(CUSTOMERS);

        // Then
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    private static Response create(String body) {
        return Callers.as("admin")
                .header("Idempotency-Key", "key-" + body.hashCode())
                .contentType(ContentType.JSON)
                .body(body)
                .post(CUSTOMERS);
    }

    private static void assertProblem(Response answer, int status, String reason) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo(reason);
        assertThat(answer.jsonPath().getString("traceId")).matches("[0-9a-f]{32}");
    }
}
