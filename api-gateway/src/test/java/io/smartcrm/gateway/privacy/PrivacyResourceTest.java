package io.smartcrm.gateway.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PrivacyResourceTest {
    @Test
    void everythingHeldComesAsAZipOfJson() throws IOException {
        // Given
        var caller = Callers.as("agent");
        // When
        byte[] zip =
                caller.get("/api/v1/customers/" + Ids.KNOWN + "/personal-data").asByteArray();
        // Then
        Map<String, String> files = files(zip);
        assertThat(files)
                .containsEntry("customer-service/orders.json", "[{\"number\":1},\n{\"number\":2}]")
                .containsEntry("loyalty-service/cases.json", "[]")
                .containsKeys("forecast-service/orders.json", "recommend-service/orders.json");
        assertThat(files.get("manifest.json")).contains(Ids.KNOWN, "\"customer-service/orders.json\":2");
    }

    @Test
    void whoWasMergedIsThePersonOfTheWinner() throws IOException {
        // Given
        var caller = Callers.as("admin");
        // When
        byte[] zip =
                caller.get("/api/v1/customers/" + Ids.MERGED + "/personal-data").asByteArray();
        // Then
        assertThat(files(zip).get("manifest.json")).contains(Ids.KNOWN);
    }

    @Test
    void ofAnUnknownCustomerNothingIsHeld() {
        // Given
        var caller = Callers.as("admin");
        // When
        var answer = caller.get("/api/v1/customers/" + Ids.UNKNOWN + "/personal-data");
        // Then
        answer.then().statusCode(404);
    }

    @Test
    void anErasureIsAcceptedAndItsReceiptHasAHash() {
        // Given
        String wanted = "{\"customerId\": \"" + Ids.KNOWN + "\", \"reason\": \"request\"}";
        // When
        var accepted = Callers.as("admin")
                .header("Idempotency-Key", "erase-1")
                .contentType("application/json")
                .body(wanted)
                .post("/api/v1/erasures");
        var receipt = Callers.as("admin").get("/api/v1/erasures/" + Ids.KNOWN + "/receipt");
        // Then
        accepted.then()
                .statusCode(202)
                .header("Location", endsWith("/api/v1/erasures/" + Ids.KNOWN))
                .body("state", equalTo("COMPLETE"))
                .body("reason", equalTo("request"));
        receipt.then()
                .statusCode(200)
                .header("X-Content-SHA256", "b".repeat(64))
                .body("erasure", equalTo(Ids.KNOWN));
    }

    @Test
    void limitsAreSetAgainstTheirEtag() {
        // Given
        String change = "{\"restricted\": true}";
        String path = "/api/v1/customers/" + Ids.KNOWN + "/processing-limits";
        // When
        var set = Callers.as("agent")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(change)
                .put(path);
        var stale = Callers.as("agent")
                .header("If-Match", "\"7\"")
                .contentType("application/json")
                .body(change)
                .put(path);
        var without =
                Callers.as("agent").contentType("application/json").body(change).put(path);
        // Then
        set.then().statusCode(200).header("ETag", "\"2\"").body("restricted", equalTo(true));
        stale.then().statusCode(412);
        without.then().statusCode(428);
    }

    private static Map<String, String> files(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return files;
    }
}
