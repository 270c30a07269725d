package io.smartcrm.gateway.forecastrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForecastRunResourceTest {
    @Test
    void aRunIsStartedAndFound() {
        // When
        Response answer = Callers.as("analyst")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "run-1")
                .body("{\"horizon\": 4, \"reconciliation\": \"TOP_DOWN\"}")
                .post("/api/v1/forecast-runs");

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.header("Location")).endsWith("/api/v1/forecast-runs/" + Ids.KNOWN);
        assertThat(answer.jsonPath().getInt("horizon")).isEqualTo(4);
        assertThat(answer.jsonPath().getString("reconciliation")).isEqualTo("TOP_DOWN");
        assertThat(get("/" + Ids.KNOWN).getString("firstWeek")).isEqualTo("2011-12-05");
    }

    @Test
    void anUnknownReconciliationIsRefusedWithThoseThatThereAre() {
        // When
        Response answer = Callers.as("analyst")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "run-2")
                .body("{\"reconciliation\": \"GUESS\"}")
                .post("/api/v1/forecast-runs");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].detail")).contains("MIN_TRACE");
    }

    @Test
    void resultsAreOfTheLevelAskedFor() {
        // When
        JsonPath results = get("/latest/results?level=CATEGORY");

        // Then
        assertThat(results.getString("items[0].scope.category")).isEqualTo("FORECAST_LEVEL_CATEGORY");
        assertThat(results.getDouble("items[0].weeks[0].mean")).isEqualTo(12);
        assertThat(results.getDouble("items[0].weeks[0].base")).isEqualTo(11);
    }

    @Test
    void accuracyTellsLevelsAndAlerts() {
        // When
        JsonPath accuracy = get("/accuracy");

        // Then
        assertThat(accuracy.getString("levels[0].level")).isEqualTo("PRODUCT");
        assertThat(accuracy.getDouble("levels[0].wape")).isEqualTo(0.25);
        assertThat(accuracy.getString("alerts[0].scope.country")).isEqualTo("Peru");
        assertThat(accuracy.getDouble("alerts[0].trackingSignal")).isEqualTo(-5);
    }

    @Test
    void watchingARunThatIsNotThereIsNotFound() {
        assertThat(Callers.as("analyst")
                        .get("/api/v1/forecast-runs/" + Ids.UNKNOWN + "/events")
                        .statusCode())
                .isEqualTo(404);
    }

    private static JsonPath get(String path) {
        return Callers.as("marketer").get("/api/v1/forecast-runs" + path).jsonPath();
    }
}
