package io.smartcrm.gateway.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportResourceTest {
    private static final String IMPORTS = "/api/v1/imports";
    private static final String COLUMNS = "{\"orderNumber\": \"InvoiceNo\"}";
    private static final int MANY_BYTES = 9_000_001;
    private static final int TOO_MANY_BYTES = 11 * 1024 * 1024;

    @Test
    void aFileArrivesWholeAndInPieces() {
        // Given
        byte[] content = new byte[MANY_BYTES];
        new Random(1).nextBytes(content);
        var checksum = new CRC32();
        checksum.update(content);

        // When
        Response answer = importer("key-whole")
                .multiPart("mapping", COLUMNS)
                .multiPart("file", "orders.csv", content, "text/csv")
                .post(IMPORTS);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.header("Location")).endsWith(IMPORTS + "/" + Ids.KNOWN);
        assertThat(answer.jsonPath().getString("fileName")).isEqualTo("orders.csv");
        assertThat(answer.jsonPath().getLong("totalBytes")).isEqualTo(MANY_BYTES);
        assertThat(answer.jsonPath().getLong("readRows")).isEqualTo(checksum.getValue());
        assertThat(answer.jsonPath().getLong("readBytes")).isEqualTo(512 * 1024);
        assertThat(answer.jsonPath().getString("encoding")).isEqualTo("key-whole");
    }

    @Test
    void theMappingMayComeAsAFile() {
        // Given
        String mapping = "{\"columns\": " + COLUMNS + ", \"timeZone\": \"Europe/London\"}";

        // When
        Response answer = importer("key-file")
                .multiPart("mapping", "orders-mapping.json", mapping.getBytes(UTF_8), "application/octet-stream")
                .multiPart("file", "orders.csv", new byte[0], "text/csv")
                .post(IMPORTS);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.jsonPath().getString("mapping.columns.orderNumber")).isEqualTo("InvoiceNo");
        assertThat(answer.jsonPath().getString("mapping.timeZone")).isEqualTo("Europe/London");
    }

    @Test
    void aMappingThatTheServiceRefusesEndsTheUpload() {
        // When
        Response answer = importer("key-refused")
                .multiPart("mapping", "{\"quantity\": \"Qty\"}")
                .multiPart("file", "orders.csv", new byte[MANY_BYTES], "text/csv")
                .post(IMPORTS);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("#/mapping/columns/orderNumber");
    }

    @Test
    void aFormWithoutItsPartsIsRefusedByName() {
        // When
        Response withoutFile = importer("key-1").multiPart("mapping", COLUMNS).post(IMPORTS);
        Response withoutMapping = importer("key-2")
                .multiPart("file", "orders.csv", new byte[1], "text/csv")
                .post(IMPORTS);
        Response fileAsField = importer("key-3")
                .multiPart("mapping", COLUMNS)
                .multiPart("file", "a,b")
                .post(IMPORTS);

        // Then
        assertRefused(withoutFile, "#/file");
        assertRefused(withoutMapping, "#/mapping");
        assertRefused(fileAsField, "#/file");
    }

    @Test
    void aMappingThatIsNotJsonIsRefused() {
        // When
        Response answer = importer("key-4")
                .multiPart("mapping", "InvoiceNo=orderNumber")
                .multiPart("file", "orders.csv", new byte[1], "text/csv")
                .post(IMPORTS);

        // Then
        assertRefused(answer, "#/mapping");
    }

    @Test
    void anUploadNeedsAKey() {
        // When
        Response answer = Callers.as("admin")
                .multiPart("mapping", COLUMNS)
                .multiPart("file", "orders.csv", new byte[1], "text/csv")
                .post(IMPORTS);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void aFileThatIsTooLargeIsTurnedAway() {
        // When
        Response answer = importer("key-5")
                .contentType("multipart/form-data; boundary=x")
                .body(new byte[TOO_MANY_BYTES])
                .post(IMPORTS);

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void aFileThatHidesThatItIsTooLargeIsCutOff() {
        // When
        Response answer = importer("key-6")
                .multiPart("mapping", COLUMNS)
                .multiPart("file", "orders.csv", new byte[TOO_MANY_BYTES], "text/csv")
                .post(IMPORTS);

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void aTemplateStandsInForAMapping() {
        // When
        Response answer = importer("key-7")
                .multiPart("template", "online-shop")
                .multiPart("entity", "customers")
                .multiPart("dryRun", "true")
                .multiPart("file", "customers.ndjson", new byte[1], "application/x-ndjson")
                .post(IMPORTS);
        Response both = importer("key-8")
                .multiPart("template", "online-shop")
                .multiPart("mapping", COLUMNS)
                .multiPart("file", "orders.csv", new byte[1], "text/csv")
                .post(IMPORTS);
        Response wrongEntity = importer("key-9")
                .multiPart("mapping", COLUMNS)
                .multiPart("entity", "spaceships")
                .multiPart("file", "orders.csv", new byte[1], "text/csv")
                .post(IMPORTS);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.jsonPath().getString("entity")).isEqualTo("CUSTOMERS");
        assertThat(answer.jsonPath().getBoolean("dryRun")).isTrue();
        assertRefused(both, "#/mapping");
        assertRefused(wrongEntity, "#/entity");
    }

    @Test
    void ofAFileToInspectTheBeginningIsSent() {
        // When
        Response small = Callers.as("integrator")
                .multiPart("file", "orders.csv", "a,b".getBytes(UTF_8), "text/csv")
                .post(IMPORTS + "/inspect");
        Response large = Callers.as("integrator")
                .multiPart("entity", "PRODUCTS")
                .multiPart("file", "products.csv", new byte[MANY_BYTES], "text/csv")
                .post(IMPORTS + "/inspect");

        // Then
        assertThat(small.jsonPath().getList("columns")).containsExactly("3", "true");
        assertThat(large.jsonPath().getList("columns")).containsExactly("2097152", "false");
        assertThat(large.jsonPath().getString("entity")).isEqualTo("PRODUCTS");
    }

    @Test
    void cancellingAndRevertingNeedAKey() {
        // When
        Response cancel = Callers.as("integrator").post(IMPORTS + "/" + Ids.KNOWN + "/cancel");
        Response revert = Callers.as("integrator").post(IMPORTS + "/" + Ids.KNOWN + "/revert");
        Response reverting = importer("key-10").post(IMPORTS + "/" + Ids.KNOWN + "/revert");

        // Then
        assertThat(cancel.jsonPath().getString("reason")).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        assertThat(revert.jsonPath().getString("reason")).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        assertThat(reverting.statusCode()).isEqualTo(202);
        assertThat(reverting.jsonPath().getString("state")).isEqualTo("REVERTING");
    }

    @Test
    void aTemplateIsChangedOnlyInTheVersionThatWasRead() {
        // Given
        String wish = "{\"mapping\": {\"columns\": " + COLUMNS + "}}";
        String template = "/api/v1/import-templates/online-shop";

        // When
        String etag = Callers.as("integrator").get(template).header("ETag");
        Response changed = Callers.as("integrator")
                .header("If-Match", etag)
                .contentType("application/json")
                .body(wish)
                .put(template);
        Response stale = Callers.as("integrator")
                .header("If-Match", "\"7\"")
                .contentType("application/json")
                .body(wish)
                .put(template);
        Response unsaid = Callers.as("integrator")
                .contentType("application/json")
                .body(wish)
                .put(template);

        // Then
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(unsaid.statusCode()).isEqualTo(428);
    }

    @Test
    void progressComesAsEvents() {
        // When
        Response answer = Callers.as("analyst").get(IMPORTS + "/" + Ids.KNOWN + "/events");

        // Then
        assertThat(answer.contentType()).startsWith("text/event-stream");
        assertThat(answer.asString().lines().filter(line -> line.startsWith("data:")))
                .hasSize(3)
                .last()
                .asString()
                .contains("\"state\":\"SUCCEEDED\"");
    }

    @Test
    void anImportThatDoesNotExistHasNoEventsAndNoRows() {
        // When
        Response events = Callers.as("admin").get(IMPORTS + "/" + Ids.UNKNOWN + "/events");
        Response rows = Callers.as("admin").get(IMPORTS + "/" + Ids.UNKNOWN + "/rejected-rows");

        // Then
        assertThat(events.statusCode()).isEqualTo(404);
        assertThat(events.contentType()).startsWith("application/problem+json");
        assertThat(rows.statusCode()).isEqualTo(404);
        assertThat(rows.contentType()).startsWith("application/problem+json");
    }

    @Test
    void rejectedRowsAreDownloadedWhole() {
        // When
        Response answer = Callers.as("admin").get(IMPORTS + "/" + Ids.KNOWN + "/rejected-rows");

        // Then
        assertThat(answer.contentType()).startsWith("text/csv");
        assertThat(answer.header("Content-Disposition")).contains("rejected-rows.csv");
        assertThat(answer.asString().lines()).hasSize(2_000).last().isEqualTo("2000,Quantity,abc,not a number");
    }

    private static RequestSpecification importer(String key) {
        return Callers.as("integrator").header("Idempotency-Key", key);
    }

    private static void assertRefused(Response answer, String pointer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
    }
}
