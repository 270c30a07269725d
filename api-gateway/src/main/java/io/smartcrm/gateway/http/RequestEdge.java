package io.smartcrm.gateway.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smartcrm.wire.CallContext;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.jackson.DatabindCodec;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.MDC;

/** What happens to every request before anything else: it gets a name, and a body that is too large is turned away. */
@ApplicationScoped
class RequestEdge {
    /** Before resources are looked for, but after Quarkus has set a body limit of its own. */
    private static final int FIRST_OF_OURS = 1;

    private static final long LINGER_MILLIS = 10_000;
    private static final String OVERLOADED = "OVERLOADED";
    private static final String API = "/api/";
    private static final Set<String> UPLOAD_PATHS =
            Set.of("/api/v1/imports", "/api/v1/imports/inspect", "/api/v1/forecasts/stream");
    private static final Set<String> BATCH_PATHS = Set.of("/api/v1/forecasts");

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong bodiesUnderWay = new AtomicLong();
    private final LimitConfig limits;
    private final BodyLimit bodies;

    RequestEdge(LimitConfig limits, BodyLimit bodies) {
        this.limits = limits;
        this.bodies = bodies;
    }

    void register(@Observes Filters filters) {
        filters.register(this::receive, FIRST_OF_OURS);
    }

    private void receive(RoutingContext request) {
        String requestId = CallContext.safeRequestId(request.request().getHeader(CallContext.REQUEST_ID));
        request.put(CallContext.REQUEST_ID, requestId);
        request.response().putHeader(CallContext.REQUEST_ID, requestId);
        MDC.put("requestId", requestId);
        String purpose = request.request().getHeader(CallContext.PURPOSE);
        if (purpose != null && !CallContext.safePurpose(purpose)) {
            turnAway(
                    request,
                    new Refusal(400, "INVALID_FIELD", "X-Purpose: must be 1 to 200 printable ASCII characters"));
            return;
        }
        request.put(CallContext.PURPOSE, purpose);
        if (!admitted(request)) {
            turnAway(request, new Refusal(503, OVERLOADED, "more requests are under way than fit; try again"));
            return;
        }
        boolean upload = posted(request, UPLOAD_PATHS);
        long largest = largestBody(request).asLongValue();
        if (announcedLength(request) > largest) {
            turnAway(
                    request,
                    new Refusal(
                            413, "BODY_TOO_LARGE", "the body is larger than the " + largest + " bytes allowed here"));
            return;
        }
        if (!upload && request.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            turnAway(request, new Refusal(411, "LENGTH_REQUIRED", "send the length of the body in Content-Length"));
            return;
        }
        if (!upload && !fits(request)) {
            turnAway(request, new Refusal(503, OVERLOADED, "more bodies are under way than fit; try again"));
            return;
        }
        if (request.request().getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest);
        } else {
            bodies.watch(request);
        }
        request.next();
    }

    /** Requests that wait take memory; a few that are refused at once are better than all of them late. */
    private boolean admitted(RoutingContext request) {
        if (!Problems.path(request).startsWith(API)) {
            return true;
        }
        if (underWay.incrementAndGet() > limits.concurrentRequests()) {
            underWay.decrementAndGet();
            return false;
        }
        request.addEndHandler(ended -> underWay.decrementAndGet());
        return true;
    }

    /** Many bodies of an allowed size may still be more than the heap holds; one alone always fits. */
    private boolean fits(RoutingContext request) {
        long length = announcedLength(request);
        long all = bodiesUnderWay.addAndGet(length);
        if (all > limits.bodiesUnderWay().asLongValue() && all > length) {
            bodiesUnderWay.addAndGet(-length);
            return false;
        }
        request.addEndHandler(ended -> bodiesUnderWay.addAndGet(-length));
        return true;
    }

    private MemorySize largestBody(RoutingContext request) {
        if (posted(request, UPLOAD_PATHS)) {
            return limits.uploadBody();
        }
        return posted(request, BATCH_PATHS) ? limits.batchBody() : limits.body();
    }

    private static boolean posted(RoutingContext request, Set<String> paths) {
        return request.request().method().equals(HttpMethod.POST) && paths.contains(Problems.path(request));
    }

    private static long announcedLength(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException absurd) {
            return Long.MAX_VALUE;
        }
    }

    /** What the caller still sends is thrown away for a while: a caller who is cut off would not read the answer. */
    private static void turnAway(RoutingContext request, Refusal refusal) {
        Problem problem = Problems.of(refusal, Problems.path(request));
        long giveUp = request.vertx()
                .setTimer(
                        LINGER_MILLIS, expired -> request.request().connection().close());
        request.request().endHandler(sent -> request.vertx().cancelTimer(giveUp));
        request.request().handler(thrownAway -> {});
        if (problem.status() == 503) {
            request.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(DatabindCodec.mapper().valueToTree(problem).toString());
    }
}
