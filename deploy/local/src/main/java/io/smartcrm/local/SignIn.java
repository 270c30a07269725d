package io.smartcrm.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Signs demo users in with their password, which only the local realm allows.
 *
 * @param issuer the address of the realm
 */
public record SignIn(String issuer) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public SignIn {
        requireNonNull(issuer, "issuer is null");
    }

    /** An access token for the API. */
    public String token(String user, String password) {
        String form = "grant_type=password&client_id=smartcrm-cli&username=" + URLEncoder.encode(user, UTF_8)
                + "&password=" + URLEncoder.encode(password, UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new PartFailure(LocalKeycloak.PART, "does not sign " + user + " in: " + answer.body());
            }
            return new ObjectMapper()
                    .readTree(answer.body())
                    .required("access_token")
                    .asText();
        } catch (IOException e) {
            throw new PartFailure(LocalKeycloak.PART, "cannot be reached at " + issuer, e);
        } catch (InterruptedException e) {
            throw Interruption.of(e);
        }
    }
}
