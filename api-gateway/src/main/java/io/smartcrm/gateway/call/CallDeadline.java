package io.smartcrm.gateway.call;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;

/** Tells the called service how long its caller will wait, as gRPC writes it on the wire. */
final class CallDeadline {
    private static final Metadata.Key<String> TIMEOUT =
            Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);

    private CallDeadline() {}

    static Metadata headers(Duration deadline) {
        var headers = new Metadata();
        // At most eight digits: seconds for what takes longer than a day, else milliseconds.
        headers.put(
                TIMEOUT,
                deadline.compareTo(Duration.ofHours(24)) > 0 ? deadline.toSeconds() + "S" : deadline.toMillis() + "m");
        return headers;
    }

    static StatusRuntimeException exceeded(Duration deadline) {
        return Status.DEADLINE_EXCEEDED
                .withDescription("no answer within " + deadline.toMillis() + " ms")
                .asRuntimeException();
    }
}
