package io.smartcrm.gateway.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerResourceTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String KNOWN = CUSTOMERS + "/" + Ids.KNOWN;
    private static final String MERGE_PATCH = "application/merge-patch+json";

    @Test
    void aCustomerIsReadWithItsVersion() {
        // When
        Response answer = Callers.as("marketer").get(KNOWN);

        // Then
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.jsonPath().getString("identities[0].value")).isEqualTo("12347");
        assertThat(answer.jsonPath().getString("createTime")).isEqualTo("2023-11-14T22:13:20.123Z");
        assertThat(answer.jsonPath().getMap("")).doesNotContainKeys("phone", "etag");
    }

    @Test
    void aVersionAlreadyKnownIsNotSentAgain() {
        // When
        Response answer =
                Callers.as("marketer").header("If-None-Match", "\"1\"").get(KNOWN);

        // Then
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.asString()).isEmpty();
    }

    @Test
    void aCustomerIsCreatedOnceHoweverOftenItIsSent() {
        // When
        Response first = create("key-once", "{\"name\": \"Ada\"}");
        Response second = create("key-once", "{\"name\": \"Ada\"}");

        // Then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Location"))
                .endsWith(CUSTOMERS + "/" + first.jsonPath().getString("id"));
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
    }

    @Test
    void aKeyUsedForAnotherRequestIsRefused() {
        // Given
        create("key-reused", "{\"name\": \"Ada\"}");

        // When
        Response answer = create("key-reused", "{\"name\": \"Eve\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aCustomerIsNotCreatedWithoutAKey() {
        // When
        Response answer = json(Callers.as("admin")).body("{\"name\": \"Ada\"}").post(CUSTOMERS);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void aPatchChangesTheFieldsThatItNames() {
        // When
        Response answer = patch("\"1\"", "{\"phone\": \"+44 20 7946 0000\", \"email\": null}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.jsonPath().getString("phone")).isEqualTo("+44 20 7946 0000");
        assertThat(answer.jsonPath().getString("name")).isEqualTo("Ada Example");
        assertThat(answer.jsonPath().getMap("")).doesNotContainKey("email");
    }

    @Test
    void aPatchWithoutTheVersionItChangesIsRefused() {
        // When
        Response answer = Callers.as("agent")
                .contentType(MERGE_PATCH)
                .body("{\"name\": \"Eve\"}")
                .patch(KNOWN);

        // Then
        assertThat(answer.statusCode()).isEqualTo(428);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("IF_MATCH_REQUIRED");
    }

    @Test
    void aPatchOfAVersionThatIsNoLongerTheLastIsRefused() {
        // When
        Response answer = patch("\"0\"", "{\"name\": \"Eve\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("STALE_ETAG");
    }

    @Test
    void aPatchOfWhatCannotBeChangedIsRefused() {
        // When
        Response answer = patch("\"1\"", "{\"id\": \"another\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("#/id");
    }

    @Test
    void aPatchReplacesListsAndChangesAttributesOneByOne() {
        // When
        Response answer = patch("\"1\"", """
            {"tags": ["vip", "early"], "attributes": {"size": "L", "weight": 3, "share": 0.5, "club": true},
             "identities": [{"namespace": "crm", "value": "7"}], "team": "north"}\
            """);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("tags")).containsExactly("vip", "early");
        assertThat(answer.jsonPath().getString("identities[0].namespace")).isEqualTo("crm");
        assertThat(answer.jsonPath().getString("team")).isEqualTo("north");
        assertThat(answer.asString())
                .containsPattern("\"weight\":3[,}]")
                .contains("\"share\":0.5")
                .contains("\"club\":true");
    }

    @Test
    void aPatchWithAValueOfAnotherTypeIsRefused() {
        assertRefused(patch("\"1\"", "{\"tags\": \"vip\"}"), "#/tags");
        assertRefused(patch("\"1\"", "{\"identities\": [{\"namespace\": \"crm\"}]}"), "#/identities");
        assertRefused(patch("\"1\"", "{\"attributes\": []}"), "#/attributes");
        assertRefused(patch("\"1\"", "{\"attributes\": {\"size\": [1]}}"), "#/attributes/size");
    }

    @Test
    void pagesFollowOneAnother() {
        // Given
        Response first = Callers.as("agent").queryParam("pageSize", 1).get(CUSTOMERS);

        // When
        Response second = Callers.as("agent")
                .queryParam("pageToken", first.jsonPath().getString("nextPageToken"))
                .get(CUSTOMERS);

        // Then
        assertThat(second.jsonPath().getList("items")).hasSize(1);
        assertThat(second.jsonPath().getMap("")).doesNotContainKey("nextPageToken");
    }

    @Test
    void aPageTokenOfAnotherQueryIsRefused() {
        // Given
        Response first = Callers.as("agent").get(CUSTOMERS);

        // When
        Response answer = Callers.as("agent")
                .queryParam("pageToken", first.jsonPath().getString("nextPageToken"))
                .queryParam("filter", "country = \"DE\"")
                .get(CUSTOMERS);

        // Then
        assertRefused(answer, "#/pageToken");
    }

    @Test
    void aPageTokenThatIsNotOursIsRefused() {
        assertRefused(Callers.as("agent").queryParam("pageToken", "x").get(CUSTOMERS), "#/pageToken");
    }

    @Test
    void aPageSizeThatMakesNoSenseIsRefused() {
        for (String size : new String[] {"-1", "0", "501", "many", "99999999999"}) {
            assertRefused(Callers.as("agent").queryParam("pageSize", size).get(CUSTOMERS), "#/pageSize");
        }
    }

    private static void assertRefused(Response answer, String pointer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
    }

    private static Response create(String key, String body) {
        return json(Callers.as("admin"))
                .header("Idempotency-Key", key)
                .body(body)
                .post(CUSTOMERS);
    }

    private static Response patch(String etag, String body) {
        return Callers.as("agent")
                .contentType(MERGE_PATCH)
                .header("If-Match", etag)
                .body(body)
                .patch(KNOWN);
    }

    private static RequestSpecification json(RequestSpecification request) {
        return request.contentType(ContentType.JSON);
    }
}
