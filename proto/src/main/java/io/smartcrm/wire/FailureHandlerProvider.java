package io.smartcrm.wire;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.ExceptionHandler;
import io.quarkus.grpc.ExceptionHandlerProvider;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns what a service throws into a gRPC status; what nobody foresaw is logged and leaves without its details. */
@ApplicationScoped
public class FailureHandlerProvider implements ExceptionHandlerProvider {
    private static final Logger LOG = Logger.getLogger(FailureHandlerProvider.class);

    @Override
    public Throwable transform(Throwable thrown) {
        if (thrown instanceof Failure failure) {
            return failure.toStatus();
        }
        if (thrown instanceof StatusRuntimeException || thrown instanceof StatusException) {
            return thrown;
        }
        if (thrown instanceof UnauthorizedException) {
            return new Failure(Failure.Kind.UNAUTHENTICATED, "TOKEN_REQUIRED", "a valid access token is required")
                    .toStatus();
        }
        if (thrown instanceof ForbiddenException) {
            return new Failure(Failure.Kind.DENIED, "ROLE_REQUIRED", "your roles do not allow this").toStatus();
        }
        LOG.error("Call failed unexpectedly", thrown);
        return new Failure(Failure.Kind.INTERNAL, "INTERNAL", "something went wrong; it has been logged").toStatus();
    }

    @Override
    public <ReqT, RespT> ExceptionHandler<ReqT, RespT> createHandler(
            ServerCall.Listener<ReqT> listener, ServerCall<ReqT, RespT> call, Metadata metadata) {
        return new ExceptionHandler<>(listener, call, metadata) {
            @Override
            protected void handleException(
                    Throwable thrown, @Nullable ServerCall<ReqT, RespT> failed, @Nullable Metadata headers) {
                Throwable status = FailureHandlerProvider.this.transform(thrown);
                Metadata trailers = Status.trailersFromThrowable(status);
                call.close(Status.fromThrowable(status), trailers == null ? new Metadata() : trailers);
            }
        };
    }
}
