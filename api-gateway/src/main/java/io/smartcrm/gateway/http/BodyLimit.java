package io.smartcrm.gateway.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.jackson.DatabindCodec;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Turns away an upload that hides its length and grows too large. Who reads it would cut it off without a word, so here
 * somebody looks now and then how much has come, and once more before it is used.
 */
@ApplicationScoped
public class BodyLimit {
    private static final long LOOK_MILLIS = 100;
    private static final long LINGER_MILLIS = 1_000;

    private final LimitConfig limits;

    BodyLimit(LimitConfig limits) {
        this.limits = limits;
    }

    /** @throws Refusal 413 when more came than an upload may have */
    public void check(RoutingContext request) {
        if (tooLarge(request)) {
            throw refusal();
        }
    }

    void watch(RoutingContext request) {
        long timer = request.vertx().setPeriodic(LOOK_MILLIS, look -> {
            if (!request.request().isEnded() && tooLarge(request)) {
                request.vertx().cancelTimer(look);
                turnAway(request);
            }
        });
        request.addEndHandler(ended -> request.vertx().cancelTimer(timer));
    }

    Refusal refusal() {
        return new Refusal(
                413,
                "BODY_TOO_LARGE",
                "the body is larger than the " + limits.uploadBody().asLongValue() + " bytes allowed here");
    }

    private boolean tooLarge(RoutingContext request) {
        return request.request().bytesRead() > limits.uploadBody().asLongValue();
    }

    /** A caller who is cut off at once would not read the answer. */
    private void turnAway(RoutingContext request) {
        if (request.response().headWritten()) {
            return;
        }
        Problem problem = Problems.of(refusal(), Problems.path(request));
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(DatabindCodec.mapper().valueToTree(problem).toString());
        request.vertx()
                .setTimer(
                        LINGER_MILLIS, expired -> request.request().connection().close());
    }
}
