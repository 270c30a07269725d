package io.smartcrm.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScenarioResourceTest {
    @Test
    void futuresStandSideBySide() {
        // When
        JsonPath answer = asked("""
                {"country": "Peru", "plan": {"promotions": [{"firstDay": "2011-11-21", "lastDay": "2011-12-04"}]},
                 "scenarios": [{"name": "none"}]}""").jsonPath();

        // Then
        assertThat(answer.getList("forecasts.name")).containsExactly(null, "none");
        assertThat(answer.getDouble("forecasts[0].total")).isEqualTo(10);
        assertThat(answer.getDouble("forecasts[1].difference")).isEqualTo(-10);
        assertThat(answer.getString("forecasts[1].points[0].start")).isEqualTo("2011-12-05");
        assertThat(answer.getString("effects[0].name")).isEqualTo("COUNTRY");
    }

    @Test
    void twoScopesAtOnceAreRefused() {
        assertThat(asked("{\"country\": \"Peru\", \"channel\": \"web\"}").statusCode())
                .isEqualTo(400);
    }

    private static Response asked(String body) {
        return Callers.as("marketer").contentType(ContentType.JSON).body(body).post("/api/v1/demand-scenarios");
    }
}
