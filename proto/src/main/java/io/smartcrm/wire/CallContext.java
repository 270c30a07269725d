package io.smartcrm.wire;

import io.grpc.Metadata;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What travels with every call beside its message: who asks, and the name of the request.
 *
 * @param token the caller's access token; each service verifies it again
 * @param requestId names the request in the logs of all services
 */
public record CallContext(Optional<String> token, String requestId) {
    public static final String REQUEST_ID = "x-request-id";
    private static final Metadata.Key<String> REQUEST_ID_KEY =
            Metadata.Key.of(REQUEST_ID, Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> AUTHORIZATION_KEY =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Pattern SAFE_REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void writeTo(Metadata metadata) {
        token.ifPresent(value -> metadata.put(AUTHORIZATION_KEY, "Bearer " + value));
        metadata.put(REQUEST_ID_KEY, requestId);
    }

    static String requestId(Metadata metadata) {
        return safeRequestId(metadata.get(REQUEST_ID_KEY));
    }

    /** The caller's request id if it can go into a log line as it is, else a new one. */
    public static String safeRequestId(@org.jspecify.annotations.Nullable String proposed) {
        return proposed != null && SAFE_REQUEST_ID.matcher(proposed).matches()
                ? proposed
                : TimeOrderedId.next().toString();
    }
}
