package io.smartcrm.gateway.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PointsResourceTest {
    private static final String POINTS = "/api/v1/customers/" + Ids.KNOWN + "/points";

    @Test
    void anAccountTellsWhatTheNextTierNeeds() {
        // When
        var account = Callers.as("agent").get(POINTS).jsonPath();

        // Then
        assertThat(account.getLong("available")).isEqualTo(500);
        assertThat(account.getString("nextTier")).isEqualTo("gold");
        assertThat(account.getMap("")).doesNotContainKeys("expiringPoints", "graceEndTime");
    }

    @Test
    void whatTheAccountDoesNotAllowIsUnprocessable() {
        // When
        Response answer = post("/payments", "agent", "{\"points\": 501}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("INSUFFICIENT_POINTS");
    }

    @Test
    void aRedemptionAnswersItsVoucher() {
        // When
        Response answer = post("/redemptions", "agent", "{\"rewardId\": \"" + Ids.KNOWN + "\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("voucherCode")).isEqualTo("7QX2M-0TJ4K-W9ZCD");
    }

    @Test
    void aCommandNeedsItsKey() {
        // When
        Response answer = Callers.as("marketer")
                .contentType("application/json")
                .body("{\"points\": 5, \"reason\": \"sorry\"}")
                .post(POINTS + "/adjustments");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void aLedgerThatDoesNotAddUpIsTold() {
        // When
        var verified =
                Callers.as("analyst").get("/api/v1/points-ledger/verification").jsonPath();

        // Then
        assertThat(verified.getBoolean("holds")).isFalse();
        assertThat(verified.getString("checks[0].examples[0]")).isEqualTo(Ids.KNOWN);
    }

    @Test
    void stockIsAddedToWhatIsLeft() {
        // When
        Response answer = Callers.as("marketer")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{\"name\": \"Teapot\", \"cost\": 1500, \"stockChange\": -10}")
                .put("/api/v1/rewards/" + Ids.KNOWN);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.jsonPath().getLong("stock")).isEqualTo(30);
    }

    private static Response post(String path, String role, String body) {
        return Callers.as(role)
                .header("Idempotency-Key", "points" + path)
                .contentType("application/json")
                .body(body)
                .post(POINTS + path);
    }
}
