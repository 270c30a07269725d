package io.smartcrm.gateway.call;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.smartcrm.wire.Failure;

/**
 * Reads why a service did not answer. What the service itself says (it names a reason) goes to the caller; what its
 * transport says, such as an address that refuses connections, does not.
 */
final class ServiceFailure {
    private ServiceFailure() {}

    static Failure of(Service service, Throwable thrown) {
        if (thrown instanceof Failure failure) {
            return failure;
        }
        if (unreachable(thrown)) {
            return caused(
                    thrown,
                    Failure.Kind.UNAVAILABLE,
                    "SERVICE_UNREACHABLE",
                    service.label() + " cannot be reached; try again in a moment");
        }
        if (!(thrown instanceof StatusRuntimeException status)) {
            return caused(thrown, Failure.Kind.INTERNAL, "INTERNAL", "something went wrong; it has been logged");
        }
        Failure said = Failure.of(status);
        if (!said.reason().equals(said.kind().name())) {
            return said;
        }
        return switch (said.kind()) {
            case TIMEOUT ->
                caused(thrown, said.kind(), "SERVICE_TIMEOUT", service.label() + " did not answer in time; try again");
            case UNAUTHENTICATED ->
                caused(thrown, said.kind(), "TOKEN_REQUIRED", service.label() + " did not accept the access token");
            case DENIED -> caused(thrown, said.kind(), "ROLE_REQUIRED", "your roles do not allow this");
            case INTERNAL ->
                caused(
                        thrown,
                        said.kind(),
                        "INTERNAL",
                        "something went wrong in " + service.label() + "; it has been logged");
            case INVALID, NOT_FOUND, CONFLICT, STALE, TOO_LARGE, UNPROCESSABLE, BUSY, UNAVAILABLE -> said;
        };
    }

    /** The connection failed; a status that names a reason comes from the service, which then was reached. */
    static boolean unreachable(Throwable thrown) {
        if (!(thrown instanceof StatusRuntimeException status)) {
            return false;
        }
        Status.Code code = status.getStatus().getCode();
        // The client says UNKNOWN when a connection breaks while an answer is awaited.
        boolean transport = code == Status.Code.UNAVAILABLE || code == Status.Code.UNKNOWN;
        return transport
                && Failure.of(status).reason().equals(Failure.of(status).kind().name());
    }

    private static Failure caused(Throwable cause, Failure.Kind kind, String reason, String message) {
        var failure = new Failure(kind, reason, message);
        failure.initCause(cause);
        return failure;
    }
}
