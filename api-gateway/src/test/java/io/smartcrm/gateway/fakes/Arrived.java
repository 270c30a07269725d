package io.smartcrm.gateway.fakes;

import static java.util.Objects.requireNonNullElse;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.concurrent.TimeUnit;

/** Remembers what came beside the message of the call being served. */
final class Arrived implements ServerInterceptor {
    private static final Context.Key<Metadata> HEADERS = Context.key("headers");

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return Contexts.interceptCall(Context.current().withValue(HEADERS, headers), call, headers, next);
    }

    static String header(String name) {
        return requireNonNullElse(HEADERS.get().get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)), "absent");
    }

    /** How long the caller will wait, in milliseconds. */
    static String timeLeft() {
        Deadline deadline = Context.current().getDeadline();
        return deadline == null ? "absent" : Long.toString(deadline.timeRemaining(TimeUnit.MILLISECONDS));
    }
}
