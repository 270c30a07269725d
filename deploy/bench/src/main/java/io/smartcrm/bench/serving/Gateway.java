package io.smartcrm.bench.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartcrm.bench.UsageException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The running suite's REST API, entered with one token. */
public final class Gateway {
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern NEXT_PAGE = Pattern.compile("\"nextPageToken\"\\s*:\\s*\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final HttpClient http;
    private final String address;
    private final String token;

    private Gateway(HttpClient http, String address, String token) {
        this.http = http;
        this.address = address;
        this.token = token;
    }

    static Gateway entered(String address, String token) {
        return new Gateway(client(), address, token);
    }

    /** Signs in at the realm with a user's password, as the command line's client may on one's own machine. */
    public static Gateway entered(String address, String realm, String client, String user, String password)
            throws IOException, InterruptedException {
        HttpClient http = client();
        String form = Map.of("grant_type", "password", "client_id", client, "username", user, "password", password)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        String answer = http.send(request, BodyHandlers.ofString()).body();
        Matcher found = ACCESS_TOKEN.matcher(answer);
        if (!found.find()) {
            throw new UsageException("no token for user " + user + " from " + realm + ": " + answer);
        }
        return new Gateway(http, address, found.group(1));
    }

    /** Ids of records that the target can be asked about: the first ones listed. */
    List<String> ids(Target target, int count) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        String page = "";
        do {
            String path = target.list() + "?pageSize=" + Math.min(count, 500) + page;
            HttpResponse<String> answer = http.send(request(path), BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new UsageException(path + " answers " + answer.statusCode() + ": " + answer.body());
            }
            target.ids()
                    .matcher(answer.body())
                    .results()
                    .map(found -> found.group(1))
                    .forEach(ids::add);
            Matcher next = NEXT_PAGE.matcher(answer.body());
            page = next.find() ? "&pageToken=" + next.group(1) : "";
        } while (ids.size() < count && !page.isEmpty());
        return ids.stream().limit(count).toList();
    }

    /** Whether the question was answered as asked. */
    public CompletableFuture<Boolean> ask(String path) {
        return http.sendAsync(request(path), BodyHandlers.ofByteArray()).thenApply(answer -> answer.statusCode() == OK);
    }

    /** The body of an answer, or nothing when it is another than 200. */
    CompletableFuture<Optional<String>> post(String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode() == OK ? Optional.of(answer.body()) : Optional.empty());
    }

    /** All pages of a list, one body after the other. */
    void pages(String path, Consumer<String> reader) throws IOException, InterruptedException {
        String page = "";
        do {
            HttpResponse<String> answer = http.send(request(path + page), BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new UsageException(path + " answers " + answer.statusCode() + ": " + answer.body());
            }
            reader.accept(answer.body());
            Matcher next = NEXT_PAGE.matcher(answer.body());
            page = next.find() ? "&pageToken=" + next.group(1) : "";
        } while (!page.isEmpty());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }
}
