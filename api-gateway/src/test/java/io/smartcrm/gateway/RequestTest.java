package io.smartcrm.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smartcrm.gateway.fakes.Ids;
import io.smartcrm.local.testing.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What travels with a request, and how much one caller may ask. */
@QuarkusTest
class RequestTest {
    private static final String ECHO = "/api/v1/customers/" + Ids.ECHO;
    private static final int TOO_MANY_BYTES = 2 * 1024 * 1024;

    @Test
    void theCallersTokenRequestIdAndDeadlineReachTheService() {
        // Given
        String token = Tokens.of("ada", "admin");

        // When
        Response answer =
                Callers.with(token).header("X-Request-Id", "from-ada.1").get(ECHO);

        // Then
        assertThat(answer.jsonPath().getString("name")).isEqualTo("from-ada.1");
        assertThat(answer.jsonPath().getString("email")).isEqualTo("Bearer " + token);
        assertThat(answer.jsonPath().getInt("phone")).isBetween(1, 2_000);
        assertThat(answer.header("X-Request-Id")).isEqualTo("from-ada.1");
    }

    @Test
    void aRequestIdThatCouldForgeALogLineIsReplaced() {
        // When
        Response answer = Callers.as("admin").header("X-Request-Id", "a b=c").get(ECHO);

        // Then
        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
        assertThat(answer.jsonPath().getString("name")).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void aQuestionIsAskedOnceMoreWhenTheConnectionBreaks() {
        // When
        Response answer = Callers.as("admin").get("/api/v1/products/" + Ids.FLAKY);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aChangeIsNotSentTwice() {
        // When
        Response answer = Callers.as("admin")
                .header("Idempotency-Key", "key-flaky")
                .post("/api/v1/imports/" + Ids.FLAKY + "/cancel");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
    }

    @Test
    void aBodyThatIsTooLargeIsTurnedAway() {
        // When
        Response answer = Callers.as("admin")
                .header("Idempotency-Key", "key-413")
                .contentType(ContentType.JSON)
                .body(new byte[TOO_MANY_BYTES])
                .post("/api/v1/customers");

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void aBodyThatHidesItsLengthIsTurnedAway() throws IOException, InterruptedException {
        // Given
        var request = HttpRequest.newBuilder(
                        URI.create(ConfigProvider.getConfig().getValue("test.url", String.class) + "/api/v1/customers"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + Tokens.of("ada-413", "admin"))
                .header("Idempotency-Key", "key-411")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[TOO_MANY_BYTES])))
                .build();

        // When
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(411);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void whoAsksTooOftenIsToldToWaitAndNobodyElseIs() {
        // Given
        String greedy = Tokens.of("greedy", "agent");

        // When
        Response refused = Stream.generate(() -> Callers.with(greedy).get(ECHO))
                .limit(500)
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.jsonPath().getString("reason")).isEqualTo("RATE_LIMITED");
        assertThat(Callers.as("agent").get(ECHO).statusCode()).isEqualTo(200);
    }

    @Test
    void whatDoesNotFitIsRefusedAtOnceAndRoomComesBack() {
        // Given
        HttpClient client = HttpClient.newHttpClient();
        String address = ConfigProvider.getConfig().getValue("test.url", String.class);
        var slow = HttpRequest.newBuilder(URI.create(address + "/api/v1/customers/" + Ids.SILENT))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + Tokens.of("crowd", "agent"))
                .build();

        // When
        List<CompletableFuture<HttpResponse<String>>> crowd = Stream.generate(
                        () -> client.sendAsync(slow, BodyHandlers.ofString()))
                .limit(20)
                .toList();

        // Then
        assertThat(crowd.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .filteredOn(status -> status == 503)
                .hasSizeBetween(1, 12);
        assertThat(Callers.as("agent").get(ECHO).statusCode()).isEqualTo(200);
    }

    @Test
    void bodiesThatTogetherAreTooLargeAreTurnedAwayUntilOthersHaveGone() throws IOException {
        // Given
        URI url = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        try (var first = announced(url);
                var second = announced(url)) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();

            // When
            await().untilAsserted(() -> assertThat(large().statusCode()).isEqualTo(503));

            // Then
            assertThat(large().jsonPath().getString("reason")).isEqualTo("OVERLOADED");
            assertThat(Callers.as("agent").get(ECHO).statusCode()).isEqualTo(200);
        }
        await().untilAsserted(() -> assertThat(large().statusCode()).isEqualTo(400));
    }

    /** A request whose body does not come. */
    private static Socket announced(URI url) throws IOException {
        var socket = new Socket(url.getHost(), url.getPort());
        String head = String.join(
                "\r\n",
                "POST /api/v1/customers HTTP/1.1",
                "Host: " + url.getAuthority(),
                "Authorization: Bearer " + Tokens.of("slow", "admin"),
                "Idempotency-Key: slow",
                "Content-Type: application/json",
                "Content-Length: 1000000",
                "\r\n");
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        return socket;
    }

    private static Response large() {
        return Callers.as("admin")
                .header("Idempotency-Key", "key-large")
                .contentType(ContentType.JSON)
                .body(new byte[1_000_000])
                .post("/api/v1/customers");
    }
}
