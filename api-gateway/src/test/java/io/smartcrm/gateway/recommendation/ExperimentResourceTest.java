package io.smartcrm.gateway.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExperimentResourceTest {
    private static final String EXPERIMENTS = "/api/v1/recommendation-experiments";

    @Test
    void anExperimentIsEvaluatedVariantByVariant() {
        // When
        JsonPath experiment =
                Callers.as("marketer").get(EXPERIMENTS + "/" + Ids.KNOWN).jsonPath();

        // Then
        assertThat(experiment.getString("id")).isEqualTo(Ids.KNOWN);
        assertThat(experiment.getInt("variants[0].converted")).isEqualTo(10);
        assertThat(experiment.getString("variants[0].comparison")).isNull();
        assertThat(experiment.getDouble("variants[1].weights.KNOWLEDGE")).isEqualTo(1);
        assertThat(experiment.getDouble("variants[1].comparison.difference")).isEqualTo(.02);
        assertThat(experiment.getString("scenario")).isEqualTo("EMAIL");
        assertThat(experiment.getString("state")).isEqualTo("RUNNING");
        assertThat(experiment.getString("startTime")).isEqualTo("1970-01-01T00:00:01Z");
        assertThat(experiment.getString("stopTime")).isNull();
    }

    @Test
    void experimentsAreListedPageByPage() {
        // When
        JsonPath page = Callers.as("marketer").get(EXPERIMENTS + "?pageSize=7").jsonPath();

        // Then
        assertThat(page.getString("items[0].name")).isEqualTo("graph or not");
        assertThat(page.getString("nextPageToken")).isEqualTo("after 7");
    }

    @Test
    void anExperimentIsCreatedAsItWasAskedFor() {
        // When
        Response response = Callers.as("analyst")
                .header("Idempotency-Key", "experiment-1")
                .contentType("application/json")
                .body("""
                    {"name": "graph or not", "scenario": "EMAIL", "variants": [
                        {"name": "usual", "share": 0.25}, {"name": "graph", "share": 0.75, "weights": {"KNOWLEDGE": 2}}]}
                    """)
                .post(EXPERIMENTS);

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        JsonPath created = response.jsonPath();
        assertThat(created.getString("state")).isEqualTo("DRAFT");
        assertThat(created.getString("scenario")).isEqualTo("EMAIL");
        assertThat(created.getDouble("variants[0].share")).isEqualTo(.25);
        assertThat(created.getDouble("variants[1].weights.KNOWLEDGE")).isEqualTo(2);
    }

    @Test
    void anExperimentWithHolesIsRefused() {
        for (String variants : List.of("[null]", "[{\"name\": \"a\", \"weights\": {\"TASTE\": null}}]")) {
            assertThat(Callers.as("analyst")
                            .header("Idempotency-Key", "experiment-2")
                            .contentType("application/json")
                            .body("{\"name\": \"holes\", \"variants\": " + variants + "}")
                            .post(EXPERIMENTS)
                            .statusCode())
                    .as(variants)
                    .isEqualTo(400);
        }
    }

    @Test
    void aStoppedExperimentSaysWhen() {
        // When
        JsonPath stopped = Callers.as("analyst")
                .post(EXPERIMENTS + "/" + Ids.KNOWN + "/stop")
                .jsonPath();

        // Then
        assertThat(stopped.getString("state")).isEqualTo("STOPPED");
        assertThat(stopped.getString("stopTime")).isEqualTo("1970-01-01T00:00:02Z");
    }
}
