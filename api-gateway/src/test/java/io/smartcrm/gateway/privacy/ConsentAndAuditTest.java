package io.smartcrm.gateway.privacy;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsentAndAuditTest {
    @Test
    void whyARequestIsMadeReachesTheService() {
        // Given
        var caller = Callers.as("admin").header("X-Purpose", "complaint 4711");
        // When
        var answer = caller.queryParam("userName", "ann")
                .queryParam("fromTime", "2026-03-04T05:06:07Z")
                .get("/api/v1/audit-entries");
        // Then
        answer.then()
                .statusCode(200)
                .body("items[0].purpose", equalTo("complaint 4711"))
                .body("items[0].userName", equalTo("ann"))
                .body("items[0].time", equalTo("2026-03-04T05:06:07Z"));
    }

    @Test
    void aPurposeThatCannotBeKeptIsRefused() {
        // Given
        var caller = Callers.as("admin").header("X-Purpose", "x".repeat(201));
        // When
        var answer = caller.get("/api/v1/audit-entries");
        // Then
        answer.then().statusCode(400).body("detail", containsString("X-Purpose"));
    }

    @Test
    void whereTheChainBreaksIsNamed() {
        // Given
        var caller = Callers.as("admin");
        // When
        var answer = caller.queryParam("fromSequence", 404).get("/api/v1/audit-verification");
        // Then
        answer.then()
                .statusCode(200)
                .body("intact", equalTo(false))
                .body("firstBreak.sequence", equalTo(404))
                .body("firstBreak.kind", equalTo("MISSING"))
                .body("nextSequence", nullValue());
    }

    @Test
    void badTimesKindsAndStatesAreNamed() {
        // Given
        String consent =
                "{\"purpose\": \"marketing\", \"channel\": \"email\", \"state\": \"MAYBE\", \"source\": \"call\"}";
        // When
        var time = Callers.as("admin").queryParam("untilTime", "yesterday").get("/api/v1/audit-entries");
        var kind = Callers.as("admin").queryParam("kind", "REASON").get("/api/v1/consent-terms");
        var state = Callers.as("admin")
                .header("Idempotency-Key", "k-1")
                .contentType("application/json")
                .body(consent)
                .post("/api/v1/customers/" + Ids.KNOWN + "/consents");
        // Then
        time.then().statusCode(400).body("errors[0].pointer", equalTo("#/untilTime"));
        kind.then().statusCode(400).body("errors[0].pointer", equalTo("#/kind"));
        state.then().statusCode(400).body("errors[0].pointer", equalTo("#/state"));
    }

    @Test
    void aConsentIsRecordedForTheCustomerOfThePath() {
        // Given
        String consent =
                "{\"purpose\": \"marketing\", \"channel\": \"email\", \"state\": \"GRANTED\", \"source\": \"call\","
                        + " \"expireTime\": \"2027-01-01T00:00:00Z\"}";
        // When
        var answer = Callers.as("agent")
                .header("Idempotency-Key", "k-2")
                .contentType("application/json")
                .body(consent)
                .post("/api/v1/customers/" + Ids.KNOWN + "/consents");
        // Then
        answer.then()
                .statusCode(200)
                .body("customerId", equalTo(Ids.KNOWN))
                .body("state", equalTo("GRANTED"))
                .body("expireTime", equalTo("2027-01-01T00:00:00Z"));
    }
}
