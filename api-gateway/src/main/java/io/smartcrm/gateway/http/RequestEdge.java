package io.smartcrm.gateway.http;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smartcrm.wire.CallContext;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.jackson.DatabindCodec;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.MDC;

/** What happens to every request before anything else: it gets a name, and a body that is too large is turned away. */
@ApplicationScoped
class RequestEdge {
    private static final int BEFORE_EVERYTHING = 1_000;
    private static final String UPLOAD_PATH = "/api/v1/imports";

    private final LimitConfig limits;

    RequestEdge(LimitConfig limits) {
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::receive, BEFORE_EVERYTHING);
    }

    private void receive(RoutingContext request) {
        String requestId = CallContext.safeRequestId(request.request().getHeader(CallContext.REQUEST_ID));
        request.put(CallContext.REQUEST_ID, requestId);
        request.response().putHeader(CallContext.REQUEST_ID, requestId);
        MDC.put("requestId", requestId);
        long largest = largestBody(request);
        if (announcedLength(request) > largest) {
            turnAway(request, largest);
            return;
        }
        // A body without announced length is cut off by whoever reads it.
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest);
        request.next();
    }

    private long largestBody(RoutingContext request) {
        boolean upload = request.request().method().equals(HttpMethod.POST)
                && Problems.path(request).equals(UPLOAD_PATH);
        return upload ? limits.uploadBody().asLongValue() : limits.body().asLongValue();
    }

    private static long announcedLength(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException absurd) {
            return Long.MAX_VALUE;
        }
    }

    /** The body is not read, so the connection cannot be used again. */
    private static void turnAway(RoutingContext request, long largest) {
        var refusal =
                new Refusal(413, "BODY_TOO_LARGE", "the body is larger than the " + largest + " bytes allowed here");
        request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(DatabindCodec.mapper()
                        .valueToTree(Problems.of(refusal, Problems.path(request)))
                        .toString())
                .onComplete(sent -> request.request().connection().close());
    }
}
