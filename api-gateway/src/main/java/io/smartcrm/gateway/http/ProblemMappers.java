package io.smartcrm.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smartcrm.wire.Failure;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a request ends with into a problem; what nobody foresaw is logged and leaves without its details. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String CHALLENGE = "Bearer realm=\"smartcrm\"";
    private static final int RETRY_AFTER_SECONDS = 1;

    @ServerExceptionMapper
    public Response failure(Failure failure, RoutingContext request) {
        if (failure.kind() == Failure.Kind.INTERNAL) {
            LOG.errorf(failure, "Request %s failed", Problems.path(request));
        }
        return answer(Problems.of(failure, Problems.path(request)));
    }

    @ServerExceptionMapper
    public Response refusal(Refusal refusal, RoutingContext request) {
        return answer(Problems.of(refusal, Problems.path(request)));
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException thrown, RoutingContext request) {
        return tokenRequired(request);
    }

    @ServerExceptionMapper
    public Response authenticationFailed(AuthenticationFailedException thrown, RoutingContext request) {
        return tokenRequired(request);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException thrown, RoutingContext request) {
        return failure(new Failure(Failure.Kind.DENIED, "ROLE_REQUIRED", "your roles do not allow this"), request);
    }

    @ServerExceptionMapper
    public Response mismatchedJson(MismatchedInputException thrown, RoutingContext request) {
        String path = thrown.getPath().stream().map(ProblemMappers::step).collect(Collectors.joining("."));
        String detail = thrown instanceof UnrecognizedPropertyException unknown
                ? "is not a field; known are " + unknown.getKnownPropertyIds()
                : "is not what the API document says: " + thrown.getOriginalMessage();
        return refusal(
                new Refusal(400, "INVALID_FIELD", path + ": " + detail, List.of(Problem.FieldError.at(path, detail))),
                request);
    }

    /** What JAX-RS itself throws: paths, methods and media types that are not ours, and bodies that are not JSON. */
    @ServerExceptionMapper
    public Response webApplication(WebApplicationException thrown, RoutingContext request) {
        if (thrown.getCause() instanceof MismatchedInputException mismatched) {
            return mismatchedJson(mismatched, request);
        }
        if (thrown.getCause() instanceof JsonMappingException made && made.getCause() instanceof Failure failure) {
            return failure(failure, request);
        }
        if (thrown.getCause() instanceof JsonProcessingException malformed) {
            return refusal(new Refusal(400, "MALFORMED_JSON", "the body is not JSON: " + place(malformed)), request);
        }
        int status = thrown.getResponse().getStatus();
        Response answer = refusal(new Refusal(status, reason(status), detail(status, request)), request);
        String allowed = thrown.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }

    @ServerExceptionMapper
    public Response unforeseen(Throwable thrown, RoutingContext request) {
        LOG.errorf(thrown, "Request %s failed unexpectedly", Problems.path(request));
        String detail = "something went wrong; it has been logged under this trace id";
        return answer(Problems.of(new Refusal(500, "INTERNAL", detail), Problems.path(request)));
    }

    private Response tokenRequired(RoutingContext request) {
        return failure(
                new Failure(Failure.Kind.UNAUTHENTICATED, "TOKEN_REQUIRED", "a valid access token is required"),
                request);
    }

    private static Response answer(Problem problem) {
        var response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        if (problem.status() == 429 || problem.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.build();
    }

    private static String reason(int status) {
        return switch (status) {
            case 404 -> "PATH_NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 406 -> "NOT_ACCEPTABLE";
            case 413 -> "BODY_TOO_LARGE";
            case 415 -> "UNSUPPORTED_MEDIA_TYPE";
            default -> status < 500 ? "BAD_REQUEST" : "INTERNAL";
        };
    }

    private static String detail(int status, RoutingContext request) {
        return switch (status) {
            case 404 -> "there is nothing at " + Problems.path(request) + "; the API is described at /openapi";
            case 405 -> request.request().method() + " is not possible here";
            case 406 -> "no answer in a form that the Accept header allows";
            case 413 -> "the body is larger than allowed here";
            case 415 ->
                "a body of type '" + request.request().getHeader(HttpHeaders.CONTENT_TYPE) + "' is not understood here";
            default -> status < 500 ? "the request is malformed" : "something went wrong; it has been logged";
        };
    }

    private static String place(JsonProcessingException malformed) {
        return malformed.getLocation() == null
                ? malformed.getOriginalMessage()
                : "see line " + malformed.getLocation().getLineNr() + ", column "
                        + malformed.getLocation().getColumnNr();
    }

    private static String step(JsonMappingException.Reference reference) {
        return reference.getFieldName() == null ? Integer.toString(reference.getIndex()) : reference.getFieldName();
    }
}
