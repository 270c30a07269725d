package io.smartcrm.gateway.demandplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemandPlanResourceTest {
    private static final String PATH = "/api/v1/demand-plan-entries";

    @Test
    void aPromotionIsPlanned() {
        // When
        Response response =
                posted("{\"category\": \"Home\", \"firstDay\": \"2011-12-12\", \"lastDay\": \"2011-12-18\"}");

        // Then
        assertThat(response.statusCode()).isEqualTo(201);
        JsonPath entry = response.jsonPath();
        assertThat(entry.getString("kind")).isEqualTo("PROMOTION");
        assertThat(entry.getString("category")).isEqualTo("Home");
        assertThat(entry.getString("lastDay")).isEqualTo("2011-12-18");
        assertThat(entry.getString("price")).isNull();
    }

    @Test
    void whatIsNeitherOrBothIsRefused() {
        // When
        Response neither = posted("{\"firstDay\": \"2011-12-12\"}");
        Response both = posted("{\"firstDay\": \"2011-12-12\", \"lastDay\": \"2011-12-13\", \"price\": 2}");

        // Then
        assertThat(neither.statusCode()).isEqualTo(400);
        assertThat(both.jsonPath().getString("errors[0].pointer")).contains("lastDay");
    }

    @Test
    void pricesAreListedAndDeleted() {
        // When
        JsonPath list = Callers.as("integrator")
                .queryParam("productId", "chair")
                .get(PATH)
                .jsonPath();
        int deleted = Callers.as("marketer").delete(PATH + "/one").statusCode();

        // Then
        assertThat(list.getList("items.kind")).containsExactly("PRICE");
        assertThat(list.getString("items[0].productId")).isEqualTo("chair");
        assertThat(list.getFloat("items[0].price")).isEqualTo(2.5f);
        assertThat(list.getString("nextPageToken")).isEqualTo("more");
        assertThat(deleted).isEqualTo(204);
    }

    private static Response posted(String body) {
        return Callers.as("marketer")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "plan" + body.hashCode())
                .body(body)
                .post(PATH);
    }
}
