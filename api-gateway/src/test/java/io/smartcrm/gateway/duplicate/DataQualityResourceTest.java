package io.smartcrm.gateway.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

/** Merges, duplicates, cleanings and reports over REST. */
@QuarkusTest
class DataQualityResourceTest {
    private static Response post(String path, String body) {
        return Callers.as("analyst")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "key-" + path.hashCode() + body.hashCode())
                .body(body)
                .post(path);
    }

    private static Response get(String path) {
        return Callers.as("analyst").get(path);
    }

    @Test
    void aMergeIsMadeAndHasAPlaceOfItsOwn() {
        // When
        Response made = post(
                "/api/v1/merges",
                "{\"winnerId\": \"a\", \"loserId\": \"b\", \"survivorship\": {\"email\": \"MOST_RECENT\"}}");

        // Then
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith("/api/v1/merges/" + Ids.KNOWN);
        assertThat(made.jsonPath().getString("state")).isEqualTo("MERGED");
        assertThat(made.jsonPath().getList("takenFields")).containsExactly("SURVIVORSHIP_RULE_MOST_RECENT");
        assertThat(made.jsonPath().getInt("moved.orders")).isEqualTo(3);
        assertThat(get("/api/v1/merges?customerId=a").jsonPath().getList("items"))
                .hasSize(1);
    }

    @Test
    void whatMakesNoSenseIsRefusedWithTheField() {
        assertThat(post("/api/v1/merges", "{\"winnerId\": \"a\", \"loserId\": \"a\"}")
                        .jsonPath()
                        .getString("errors[0].pointer"))
                .isEqualTo("#/loserId");
        assertThat(post("/api/v1/merges", "{\"survivorship\": {\"name\": \"BEST\"}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/api/v1/duplicates/search", "{\"mergeFrom\": 0}").statusCode())
                .isEqualTo(400);
        assertThat(post("/api/v1/cleanings", "{\"rules\": {\"name\": [\"SHINE\"]}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/api/v1/duplicates?state=LOST").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/quality-reports/trend?field=email&dimension=BEAUTY")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/api/v1/merges/" + Ids.UNKNOWN).statusCode()).isEqualTo(404);
    }

    @Test
    void aSearchIsAJobAndItsPairsAreDecided() {
        // When
        Response search = post("/api/v1/duplicates/search", "{\"autoMerge\": true}");
        Response rejected = Callers.as("admin").post("/api/v1/duplicates/" + Ids.KNOWN + "/reject");

        // Then
        assertThat(search.statusCode()).isEqualTo(202);
        assertThat(search.header("Location")).endsWith("/api/v1/data-jobs/" + Ids.KNOWN);
        assertThat(search.jsonPath().getString("kind")).isEqualTo("DUPLICATES");
        assertThat(rejected.jsonPath().getString("state")).isEqualTo("REJECTED");
        assertThat(get("/api/v1/duplicates?state=MERGED").jsonPath().getString("items[0].agreement.name"))
                .isEqualTo("SIMILAR");
    }

    @Test
    void aCleaningIsPreviewedStartedAndUndone() {
        // Given
        String plan = "{\"rules\": {\"name\": [\"BLANKS\", \"NAME_CASE\"]}}";

        // When
        Response preview = post("/api/v1/cleanings/preview", plan);
        Response started = post("/api/v1/cleanings", plan);
        Response undone = post("/api/v1/cleanings/" + Ids.KNOWN + "/undo", "");

        // Then
        assertThat(preview.jsonPath().getInt("fields[0].changed")).isEqualTo(2);
        assertThat(preview.jsonPath().getString("fields[0].samples[0].after")).isEqualTo("Ada");
        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(undone.jsonPath().getString("kind")).isEqualTo("CLEANING_UNDO");
    }

    @Test
    void theLatestReportAndItsTrendAreRead() {
        // When
        Response report = get("/api/v1/quality-reports/latest");
        Response trend = get("/api/v1/quality-reports/trend?field=email&dimension=VALIDITY");

        // Then
        assertThat(report.jsonPath().getString("day")).isEqualTo("2026-11-22");
        assertThat(report.jsonPath().getString("measures[0].dimension")).isEqualTo("VALIDITY");
        assertThat(report.jsonPath().getString("spreads[0].median")).isNull();
        assertThat(trend.jsonPath().getDouble("items[0].share")).isEqualTo(.5);
    }
}
