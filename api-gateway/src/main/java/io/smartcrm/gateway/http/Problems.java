package io.smartcrm.gateway.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smartcrm.wire.Failure;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes problems, for resources and for what happens before a resource is found. */
final class Problems {
    private Problems() {}

    static Problem of(Failure failure, String path) {
        return of(
                failure.kind().httpStatus(),
                failure.reason(),
                String.valueOf(failure.getMessage()),
                failure.violations().stream()
                        .map(bad -> Problem.FieldError.at(bad.field(), bad.detail()))
                        .toList(),
                path);
    }

    static Problem of(Refusal refusal, String path) {
        return of(refusal.status(), refusal.reason(), String.valueOf(refusal.getMessage()), refusal.errors(), path);
    }

    private static Problem of(int status, String reason, String detail, List<Problem.FieldError> errors, String path) {
        return new Problem(Problem.typeOf(reason), title(status), status, detail, path, reason, traceId(), errors);
    }

    /** The path as it was asked for, without the query, which may name a person. */
    static String path(RoutingContext request) {
        String path = request.request().path();
        return path == null ? "/" : path;
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Status " + status : known.getReasonPhrase();
    }

    private static @Nullable String traceId() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
