package io.smartcrm.gateway.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportResourceTest {
    private static final String EXPORTS = "/api/v1/exports";

    @Test
    void aWishBecomesAJob() {
        // When
        Response answer = Callers.as("analyst")
                .header("Idempotency-Key", "key-export")
                .contentType("application/json")
                .body("{\"list\": \"orders\", \"format\": \"ndjson\", \"gzip\": true, \"filter\": \"kind = 1\"}")
                .post(EXPORTS);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.header("Location")).endsWith(EXPORTS + "/" + Ids.KNOWN);
        assertThat(answer.jsonPath().getString("list")).isEqualTo("ORDERS");
        assertThat(answer.jsonPath().getString("format")).isEqualTo("NDJSON");
        assertThat(answer.jsonPath().getBoolean("gzip")).isTrue();
        assertThat(answer.jsonPath().getString("filter")).isEqualTo("kind = 1");
        assertThat(answer.jsonPath().getString("failure")).isEqualTo("key-export");
    }

    @Test
    void aListThatThereIsNotIsRefusedWithThoseThereAre() {
        // When
        Response answer = Callers.as("analyst")
                .header("Idempotency-Key", "key-export-2")
                .contentType("application/json")
                .body("{\"list\": \"spaceships\"}")
                .post(EXPORTS);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("#/list");
        assertThat(answer.jsonPath().getString("errors[0].detail")).contains("SEGMENT_MEMBERS");
    }

    @Test
    void theFileIsDownloadedUnderAName() {
        // When
        Response answer = Callers.as("analyst").get(EXPORTS + "/" + Ids.KNOWN + "/file");
        Response none = Callers.as("analyst").get(EXPORTS + "/" + Ids.UNKNOWN + "/file");

        // Then
        assertThat(answer.asString()).isEqualTo("id,name\r\n1,Ada\r\n");
        assertThat(answer.contentType()).startsWith("application/octet-stream");
        assertThat(answer.header("Content-Disposition")).contains("customers-" + Ids.KNOWN + ".csv");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.contentType()).startsWith("application/problem+json");
    }

    @Test
    void progressComesAsEvents() {
        // When
        Response answer = Callers.as("agent").get(EXPORTS + "/" + Ids.KNOWN + "/events");
        Response none = Callers.as("agent").get(EXPORTS + "/" + Ids.UNKNOWN + "/events");

        // Then
        assertThat(answer.asString().lines().filter(line -> line.startsWith("data:")))
                .hasSize(2);
        assertThat(none.statusCode()).isEqualTo(404);
    }
}
