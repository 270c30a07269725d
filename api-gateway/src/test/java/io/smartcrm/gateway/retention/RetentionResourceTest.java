package io.smartcrm.gateway.retention;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionResourceTest {
    private static final String RULES = "/api/v1/retention-rules";

    @Test
    void aRuleIsMadeSeenBeforeAndApplied() {
        // Given
        String wanted = "{\"kind\": \"INACTIVE_CUSTOMER\", \"ageDays\": 1095}";
        // When
        var made = Callers.as("admin")
                .header("Idempotency-Key", "rule-1")
                .contentType("application/json")
                .body(wanted)
                .post(RULES);
        var preview = Callers.as("admin").get(RULES + "/" + Ids.KNOWN + "/preview");
        var run = Callers.as("admin")
                .header("Idempotency-Key", "run-1")
                .contentType("application/json")
                .post(RULES + "/" + Ids.KNOWN + "/runs");
        // Then
        made.then()
                .statusCode(201)
                .body("kind", equalTo("INACTIVE_CUSTOMER"))
                .body("action", equalTo("ERASE"))
                .body("active", equalTo(false));
        preview.then().statusCode(200).body("records", equalTo(2)).body("sampleIds", contains(Ids.NEVER_BOUGHT));
        run.then()
                .statusCode(202)
                .header("Location", endsWith("/api/v1/retention-runs/" + Ids.KNOWN))
                .body("state", equalTo("WAITING"));
    }

    @Test
    void aRuleMayTakeThePersonOutOfACustomer() {
        // Given
        String wanted =
                "{\"kind\": \"INACTIVE_CUSTOMER\", \"ageDays\": 1095, \"action\": \"ANONYMISE\", \"active\": true}";
        String unknown = "{\"kind\": \"SUPPORT_CASE\", \"ageDays\": 1095, \"action\": \"BURN\"}";
        // When
        var made = Callers.as("admin")
                .header("Idempotency-Key", "rule-3")
                .contentType("application/json")
                .body(wanted)
                .post(RULES);
        var refused = Callers.as("admin")
                .header("Idempotency-Key", "rule-4")
                .contentType("application/json")
                .body(unknown)
                .post(RULES);
        // Then
        made.then().statusCode(201).body("action", equalTo("ANONYMISE")).body("active", equalTo(true));
        refused.then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/action"))
                .body("errors[0].detail", containsString("ERASE, ANONYMISE"));
    }

    @Test
    void aRunIsFollowedAndStopped() {
        // Given
        String run = "/api/v1/retention-runs/" + Ids.KNOWN;
        // When
        var listed = Callers.as("admin").get(RULES + "/" + Ids.KNOWN + "/runs");
        var followed = Callers.as("admin").get(run);
        var stopped = Callers.as("admin").post(run + "/cancel");
        // Then
        listed.then().statusCode(200).body("items.id", contains(Ids.KNOWN));
        followed.then().statusCode(200).body("state", equalTo("WAITING"));
        stopped.then().statusCode(200).body("state", equalTo("CANCELLED"));
    }

    @Test
    void whatCannotBeKeptIsRefused() {
        // Given
        String wanted = "{\"kind\": \"EVERYTHING\", \"ageDays\": 1}";
        // When
        var refused = Callers.as("admin")
                .header("Idempotency-Key", "rule-2")
                .contentType("application/json")
                .body(wanted)
                .post(RULES);
        var unknown = Callers.as("admin").delete(RULES + "/" + Ids.UNKNOWN);
        // Then
        refused.then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/kind"))
                .body("errors[0].detail", containsString("INACTIVE_CUSTOMER, CONSENT_RECORD, IMPORT_REJECTION"));
        unknown.then().statusCode(404);
    }
}
