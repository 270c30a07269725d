package io.smartcrm.gateway.forecastmethod;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForecastMethodResourceTest {
    @Test
    void promotionsAreListed() {
        // When
        JsonPath list = Callers.as("marketer").get("/api/v1/forecast-methods").jsonPath();

        // Then
        assertThat(list.getList("items.method")).containsExactly("theta", "ensemble");
        assertThat(list.getList("items.restoredVersion")).containsExactly(1, null);
    }

    @Test
    void aMethodIsPromotedAndAnEarlierOneRestored() {
        // When
        JsonPath promoted = posted("", "{\"method\": \"ets\", \"candidates\": [\"ses\"], \"note\": \"better\"}")
                .jsonPath();
        JsonPath restored = posted("/restore", "{\"version\": 1}").jsonPath();

        // Then
        assertThat(promoted.getString("method")).isEqualTo("ets");
        assertThat(promoted.getList("candidates")).containsExactly("ses");
        assertThat(promoted.getString("note")).isEqualTo("better");
        assertThat(restored.getInt("restoredVersion")).isEqualTo(1);
    }

    private static Response posted(String path, String body) {
        return Callers.as("analyst")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "promotion" + path)
                .body(body)
                .post("/api/v1/forecast-methods" + path);
    }
}
