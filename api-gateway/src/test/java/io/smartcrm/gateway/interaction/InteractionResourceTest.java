package io.smartcrm.gateway.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InteractionResourceTest {
    @Test
    void aBatchTellsOfEachItemWhatBecameOfIt() {
        // When
        JsonPath answer = post("/batch", """
            {"sentAt": "2026-03-01T12:00:00Z", "writeKey": "x", "batch": [
              {"type": "track", "messageId": "1", "userId": 12347, "event": "Product Viewed"},
              {"type": "track", "messageId": "1", "userId": 12347, "event": "Product Viewed"},
              {"type": "track", "messageId": "2", "userId": 12347},
              {"type": "group", "userId": 12347},
              {"type": "page", "name": "Home", "timestamp": "yesterday", "anonymousId": "a"},
              {"type": "page", "name": "Home"},
              "nonsense",
              {"type": "identify", "userId": "12347", "traits": []},
              {"type": "identify", "userId": "12347", "anonymousId": "a", "integrations": {"All": true}}]}\
            """).jsonPath();

        // Then
        assertThat(answer.getInt("accepted")).isEqualTo(2);
        assertThat(answer.getInt("duplicates")).isEqualTo(1);
        assertThat(answer.getList("results.status"))
                .containsExactly(
                        "ACCEPTED",
                        "DUPLICATE",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "ACCEPTED");
        assertThat(answer.getList("results.pointer", String.class))
                .containsExactly(
                        null, null, "#/event", "#/type", "#/timestamp", "#/userId", "#/type", "#/traits", null);
    }

    @Test
    void whatIsNoBatchIsRefused() {
        for (String body : new String[] {"{}", "[]", "{\"batch\": []}", "{\"batch\": {}}"}) {
            Response answer = post("/interactions/batch", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.jsonPath().getString("errors[0].pointer"))
                    .as(body)
                    .isEqualTo("#/batch");
        }
        assertThat(post("/batch", "{\"batch\": [" + "1,".repeat(1000) + "1]}").statusCode())
                .isEqualTo(400);
        assertThat(post("/track", "7").statusCode()).isEqualTo(400);
    }

    @Test
    void aPageIsAVisitOnTheWebWithItsCampaign() {
        // When
        post("/page", """
            {"anonymousId": "device", "name": "Home", "timestamp": "2026-03-01T12:00:00+01:00",
             "messageId": "p-1", "context": {"campaign": {"name": "spring"}, "ip": "10.0.0.1"}}\
            """);

        // Then
        JsonPath told = Callers.as("admin").get("/api/v1/interactions").jsonPath();
        assertThat(told.getString("items[0].type")).isEqualTo("visit");
        assertThat(told.getString("items[0].channel")).isEqualTo("web");
        assertThat(told.getString("items[0].occurTime")).isEqualTo("2026-03-01T11:00:00Z");
        assertThat(told.getMap("items[0].properties").toString()).isEqualTo("{campaign={name=spring}}");
    }

    @Test
    void aSingleInteractionIsNamedByItsKey() {
        // When
        Response answer = Callers.as("agent")
                .header("Idempotency-Key", "key-1")
                .contentType(ContentType.JSON)
                .body("{\"customerId\": \"" + Ids.KNOWN + "\", \"type\": \"call\"}")
                .post("/api/v1/interactions");

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith("/api/v1/interactions/" + Ids.KNOWN);
        assertThat(answer.jsonPath().getString("messageId")).isEqualTo("key-1");
    }

    @Test
    void whatIsWrongWithASingleInteractionIsAProblem() {
        // Given
        var caller = Callers.as("admin").header("Idempotency-Key", "key-2").contentType(ContentType.JSON);

        // When
        Response answer = caller.body("{\"userId\": \"1\", \"type\": \"call\", \"direction\": \"UP\"}")
                .post("/api/v1/interactions");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("#/direction");
        assertThat(answer.jsonPath().getString("errors[0].detail")).contains("[IN, OUT]");
        assertThat(post("/track", "{\"event\": \"x\"}").jsonPath().getString("errors[0].pointer"))
                .isEqualTo("#/userId");
    }

    @Test
    void deliveriesAreReportedInAnyOrder() {
        // When
        JsonPath answer = post("/interactions/deliveries", """
            {"reports": [{"messageId": "m", "state": "OPENED"}, {"messageId": "unknown", "state": "SENT"}]}\
            """).jsonPath();

        // Then
        assertThat(answer.getString("results[0].deliveryState")).isEqualTo("OPENED");
        assertThat(answer.getString("results[1].pointer")).isEqualTo("#/id");
        assertThat(post("/interactions/deliveries", "{\"reports\": [{\"state\": \"LOST\"}]}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anInteractionHasItsPropertiesAsJson() {
        // When
        JsonPath letter =
                Callers.as("agent").get("/api/v1/interactions/" + Ids.KNOWN).jsonPath();

        // Then
        assertThat(letter.getString("properties.campaign.name")).isEqualTo("spring");
        assertThat(letter.getString("direction")).isEqualTo("OUT");
        assertThat(letter.getString("deliveryState")).isEqualTo("OPENED");
    }

    @Test
    void aTimelineIsOfAllKinds() {
        // When
        JsonPath timeline = Callers.as("agent")
                .get("/api/v1/customers/" + Ids.KNOWN + "/timeline")
                .jsonPath();

        // Then
        assertThat(timeline.getList("items.kind")).containsExactly("INTERACTION", "ORDER");
        assertThat(timeline.getLong("items[1].total.minorUnits")).isEqualTo(510);
        assertThat(timeline.getString("nextPageToken")).isEqualTo("more");
        assertThat(Callers.as("agent")
                        .get("/api/v1/customers/" + Ids.UNKNOWN + "/timeline")
                        .statusCode())
                .isEqualTo(404);
    }

    private static Response post(String path, String body) {
        return Callers.as("integrator").contentType(ContentType.JSON).body(body).post("/api/v1" + path);
    }
}
