package io.smartcrm.loyalty.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Posts signed JSON to systems outside. It follows no redirect, which could lead inside. */
public final class WebhookCalls {
    /** Who asks twice is told to wait, and that may end; other answers from 400 on will be the same the next time. */
    private static final int REQUEST_TIMEOUT = 408;

    private static final int TOO_MANY = 429;
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final AddressGuard guard;
    private final String secret;
    private final Clock clock;

    public WebhookCalls(AddressGuard guard, String secret, Clock clock) {
        this.guard = guard;
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * How a call went.
     *
     * @param again whether it may go better later
     * @param outcome in words, without what was answered
     */
    public record Result(boolean done, boolean again, String outcome) {
        static Result failed(String outcome) {
            return new Result(false, false, outcome);
        }

        static Result later(String outcome) {
            return new Result(false, true, outcome);
        }
    }

    /** @param id the same for the same call, so that who receives it twice can tell */
    public CompletableFuture<Result> post(URI url, UUID id, String json) {
        try {
            Optional<String> objection = guard.objection(url, InetAddress::getAllByName);
            if (objection.isPresent()) {
                return CompletableFuture.completedFuture(Result.failed("ADDRESS_REFUSED: the URL " + objection.get()));
            }
        } catch (UnknownHostException unknown) {
            return CompletableFuture.completedFuture(Result.later("HOST_UNKNOWN: the host has no address"));
        }
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(DEADLINE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id.toString())
                .header("Smartcrm-Signature", Signature.of(secret, clock.instant(), json))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((response, thrown) -> response == null ? unreached(thrown) : result(response.statusCode()));
    }

    private static Result unreached(Throwable thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        String what = cause instanceof IOException ? cause.getClass().getSimpleName() : "unexpected failure";
        return Result.later("NOT_REACHED: " + what);
    }

    private static Result result(int status) {
        if (status >= 200 && status < 300) {
            return new Result(true, false, "answered " + status);
        }
        boolean again = status == REQUEST_TIMEOUT || status == TOO_MANY || status >= 500;
        return again ? Result.later("answered " + status) : Result.failed("answered " + status);
    }
}
