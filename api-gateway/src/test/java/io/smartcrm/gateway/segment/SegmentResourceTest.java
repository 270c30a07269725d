package io.smartcrm.gateway.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SegmentResourceTest {
    private static final String SEGMENTS = "/api/v1/segments";
    private static final String KNOWN = SEGMENTS + "/" + Ids.KNOWN;

    @Test
    void aSegmentIsMade() {
        // When
        Response answer = create("{\"name\": \"n\", \"kind\": \"LIVE\", \"definition\": \"country = 'FR'\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith(KNOWN);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.jsonPath().getString("state")).isEqualTo("WAITING");
    }

    @Test
    void aWrongDefinitionIsAProblemOfItsField() {
        // When
        Response answer = create("{\"name\": \"n\", \"kind\": \"LIVE\", \"definition\": \"?\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("INVALID_SEGMENT");
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("#/definition");
    }

    @Test
    void anUnknownKindIsRefused() {
        // When
        Response answer = create("{\"name\": \"n\", \"kind\": \"FAST\", \"definition\": \"country = 'FR'\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("#/kind");
    }

    @Test
    void aSegmentIsChangedAndDeletedByItsVersion() {
        // When
        Response changed = patch("\"1\"", "{\"definition\": \"country = 'DE'\"}");
        Response stale = patch("\"9\"", "{\"definition\": \"country = 'DE'\"}");
        Response blind = Callers.as("marketer").delete(KNOWN);
        Response deleted = Callers.as("marketer").header("If-Match", "\"1\"").delete(KNOWN);

        // Then
        assertThat(changed.jsonPath().getString("definition")).isEqualTo("country = 'DE'");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(blind.statusCode()).isEqualTo(428);
        assertThat(deleted.statusCode()).isEqualTo(204);
    }

    @Test
    void onlyTextsOfASegmentCanBeChanged() {
        // When
        Response answer = patch("\"1\"", "{\"kind\": \"STATIC\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aCheckTellsPlaceAndSuggestion() {
        // When
        Response wrong = post(SEGMENTS + "/check", "{\"definition\": \"?\"}");
        Response right = post(SEGMENTS + "/check", "{\"definition\": \"country = 'FR'\"}");

        // Then
        assertThat(wrong.jsonPath().getBoolean("valid")).isFalse();
        assertThat(wrong.jsonPath().getInt("problems[0].column")).isEqualTo(3);
        assertThat(wrong.jsonPath().getString("problems[0].suggestion")).isEqualTo("country");
        assertThat(right.jsonPath().getBoolean("valid")).isTrue();
        assertThat(right.jsonPath().getString("formatted")).isEqualTo("country = 'FR'");
    }

    @Test
    void aPreviewSaysWhetherItIsAnEstimate() {
        // When
        Response answer = post(SEGMENTS + "/preview", "{\"definition\": \"country = 'FR'\"}");

        // Then
        assertThat(answer.jsonPath().getLong("count")).isEqualTo(120);
        assertThat(answer.jsonPath().getBoolean("exact")).isFalse();
    }

    @Test
    void anAgentLearnsWhy() {
        // When
        Response why = Callers.as("agent").get(KNOWN + "/members/" + Ids.KNOWN + "/explanation");
        Response unknown = Callers.as("agent").get(KNOWN + "/members/" + Ids.UNKNOWN + "/explanation");

        // Then
        assertThat(why.jsonPath().getBoolean("member")).isFalse();
        assertThat(why.jsonPath().getString("clauses[0].value")).isEqualTo("DE");
        assertThat(unknown.statusCode()).isEqualTo(404);
    }

    @Test
    void membersComeInPages() {
        // When
        Response answer = Callers.as("integrator").get(KNOWN + "/members");

        // Then
        assertThat(answer.jsonPath().getString("items[0].customerId")).isEqualTo(Ids.KNOWN);
        assertThat(answer.jsonPath().getString("nextPageToken")).isEqualTo("next");
    }

    private static Response create(String body) {
        return Callers.as("marketer")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "segment-" + body.hashCode())
                .body(body)
                .post(SEGMENTS);
    }

    private static Response post(String path, String body) {
        return Callers.as("analyst").contentType(ContentType.JSON).body(body).post(path);
    }

    private static Response patch(String etag, String body) {
        return Callers.as("marketer")
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body(body)
                .patch(KNOWN);
    }
}
