package io.smartcrm.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Steps that several journeys take. */
final class Journey {
    private static final Duration IMPORT_DEADLINE = Duration.ofMinutes(5);
    /** From the end of an import to all read models current. */
    private static final Duration CURRENT_DEADLINE = Duration.ofSeconds(60);

    private Journey() {}

    /** Uploads an order file and waits until it is imported; answers the finished job. */
    static JsonNode importFile(Api api, Path file, String mapping) throws IOException {
        String id = api.upload(file, mapping, 202).path("id").asText();
        await("import " + id)
                .atMost(IMPORT_DEADLINE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(
                                api.get("/api/v1/imports/" + id).path("state").asText())
                        .isIn("SUCCEEDED", "FAILED", "CANCELLED"));
        JsonNode job = api.get("/api/v1/imports/" + id);
        assertThat(job.path("state").asText()).as("%s", job).isEqualTo("SUCCEEDED");
        return job;
    }

    /** Waits until every service has read and derived all there is. */
    static void awaitReadModels(Api api) {
        await("read models")
                .atMost(CURRENT_DEADLINE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    JsonNode models = api.get("/api/v1/read-models");
                    assertThat(models.path("current").asBoolean())
                            .as("%s", models)
                            .isTrue();
                });
    }

    /** All items of a list, page by page. */
    static List<JsonNode> all(Api api, String path) {
        List<JsonNode> items = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = api.get(path + (path.contains("?") ? "&" : "?") + "pageSize=500"
                    + (token.isEmpty() ? "" : "&pageToken=" + Api.encode(token)));
            page.path("items").forEach(items::add);
            token = page.path("nextPageToken").asText("");
        } while (!token.isEmpty());
        return items;
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
