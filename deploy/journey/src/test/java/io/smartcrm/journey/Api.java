package io.smartcrm.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** The REST API as one user sees it. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;
    private final String token;

    Api(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /** A successful answer. */
    JsonNode get(String path) {
        HttpResponse<String> response = getResponse(path);
        assertThat(response.statusCode())
                .as("GET %s: %s", path, response.body())
                .isEqualTo(200);
        return json(response.body());
    }

    HttpResponse<String> getResponse(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, String body, int expected) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
        HttpResponse<String> response = send(request);
        assertThat(response.statusCode())
                .as("POST %s: %s", path, response.body())
                .isEqualTo(expected);
        return json(response.body());
    }

    /** What a successful download holds. */
    byte[] download(String path) {
        HttpResponse<byte[]> response = send(request(path).GET(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as("GET %s", path).isEqualTo(200);
        return response.body();
    }

    /** Uploads a file with its mapping; answers the import job. */
    JsonNode upload(Path file, String mapping, int expected) throws IOException {
        String boundary = "smartcrm-" + UUID.randomUUID();
        var request = request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(multipart(boundary, mapping, file));
        HttpResponse<String> response = send(request);
        assertThat(response.statusCode()).as("upload: %s", response.body()).isEqualTo(expected);
        return json(response.body());
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static BodyPublisher multipart(String boundary, String mapping, Path file) throws IOException {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"mapping\"\r\nContent-Type: application/json\r\n\r\n%s\r\n"
                                .formatted(boundary, mapping)
                        + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                                .formatted(boundary, file.getFileName());
        return BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(DEADLINE)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
