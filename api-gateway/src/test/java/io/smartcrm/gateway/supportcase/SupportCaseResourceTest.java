package io.smartcrm.gateway.supportcase;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SupportCaseResourceTest {
    private static final String CASES = "/api/v1/support-cases";
    private static final String KNOWN = CASES + "/" + Ids.KNOWN;

    @Test
    void aCaseIsRecordedWithWhatTheCustomerWrote() {
        // When
        Response answer = Callers.as("agent")
                .header("Idempotency-Key", "case-1")
                .contentType("application/json")
                .body("{\"customerId\": \"" + Ids.KNOWN
                        + "\", \"channel\": \"chat\", \"subject\": \"Hello\", \"text\": \"?\", \"priority\": \"HIGH\"}")
                .post(CASES);

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith(KNOWN);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.jsonPath().getString("status")).isEqualTo("NEW");
        assertThat(answer.jsonPath().getString("priority")).isEqualTo("HIGH");
        assertThat(answer.jsonPath().getInt("messageCount")).isEqualTo(1);
    }

    @Test
    void aPriorityThatIsNoneIsNamed() {
        // When
        Response answer = Callers.as("agent")
                .header("Idempotency-Key", "case-2")
                .contentType("application/json")
                .body("{\"priority\": \"UNSPECIFIED\"}")
                .post(CASES);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("#/priority");
        assertThat(answer.jsonPath().getString("errors[0].detail")).contains("LOW, NORMAL, HIGH, URGENT");
    }

    @Test
    void aCaseGoesOnByAPatch() {
        // When
        Response answer =
                patch("{\"status\": \"RESOLVED\", \"satisfaction\": 5, \"tags\": [\"a\"], \"assignee\": null}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.jsonPath().getString("status")).isEqualTo("RESOLVED");
        assertThat(answer.jsonPath().getInt("satisfaction")).isEqualTo(5);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(patch("{\"status\": \"REOPENED\"}").statusCode()).isEqualTo(422);
        assertThat(patch("{\"openTime\": null}").statusCode()).isEqualTo(400);
        assertThat(patch("{\"satisfaction\": \"good\"}").statusCode()).isEqualTo(400);
        assertThat(patch("[]").statusCode()).isEqualTo(400);
        assertThat(Callers.as("agent").get(CASES + "/" + Ids.UNKNOWN).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCustomersCasesAreListedByFilter() {
        // When
        Response answer = Callers.as("agent")
                .queryParam("filter", "status = \"OPEN\" and assignee = \"ann\"")
                .get("/api/v1/customers/" + Ids.KNOWN + "/support-cases");

        // Then
        assertThat(answer.jsonPath().getString("items[0].customerId")).isEqualTo(Ids.KNOWN);
        assertThat(answer.jsonPath().getString("items[0].subject")).contains("and assignee");
    }

    @Test
    void figuresWithoutCasesAreAbsent() {
        // When
        var figures = Callers.as("analyst").get("/api/v1/support-case-figures").jsonPath();

        // Then
        assertThat(figures.getInt("medianFirstResponseMinutes")).isEqualTo(12);
        assertThat(figures.getMap("")).doesNotContainKeys("medianResolutionMinutes", "meanSatisfaction");
    }

    private static Response patch(String body) {
        return Callers.as("agent")
                .header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(KNOWN);
    }
}
