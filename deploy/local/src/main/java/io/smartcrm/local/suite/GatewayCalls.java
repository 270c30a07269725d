package io.smartcrm.local.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smartcrm.local.PartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** The few calls of the REST API that loading a file takes. */
final class GatewayCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String BOUNDARY = "smartcrm-local-suite-boundary";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI gateway;

    GatewayCalls(URI gateway) {
        this.gateway = requireNonNull(gateway, "gateway is null");
    }

    /** Sends a file of orders; answers the import job. */
    JsonNode upload(String token, String idempotencyKey, String mapping, Path file) throws IOException {
        HttpRequest request = request(token, "/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Idempotency-Key", idempotencyKey)
                .POST(form(mapping, file))
                .build();
        return send(request);
    }

    JsonNode get(String token, String path) throws IOException {
        return send(request(token, path).GET().build());
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private static BodyPublisher form(String mapping, Path file) throws IOException {
        String before = """
            --%1$s\r
            Content-Disposition: form-data; name="mapping"\r
            Content-Type: text/plain; charset=UTF-8\r
            \r
            %2$s\r
            --%1$s\r
            Content-Disposition: form-data; name="file"; filename="%3$s"\r
            Content-Type: text/csv\r
            \r
            """.formatted(BOUNDARY, mapping, file.getFileName());
        return BodyPublishers.concat(
                BodyPublishers.ofString(before, UTF_8),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n", UTF_8));
    }

    private JsonNode send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(UTF_8));
            if (answer.statusCode() / 100 != 2) {
                throw new PartFailure(
                        SuiteService.GATEWAY.title(),
                        request.method() + " " + request.uri() + " was answered with " + answer.statusCode() + " "
                                + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
