package io.smartcrm.wire;

import io.grpc.Metadata;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What travels with every call beside its message: who asks, and the name of the request.
 *
 * @param token the caller's access token; each service verifies it again
 * @param requestId names the request in the logs of all services
 * @param purpose why the caller asks, for the audit log; empty when nothing was said
 */
public record CallContext(Optional<String> token, String requestId, String purpose) {
    public static final String REQUEST_ID = "x-request-id";
    public static final String PURPOSE = "x-purpose";
    private static final Metadata.Key<String> REQUEST_ID_KEY =
            Metadata.Key.of(REQUEST_ID, Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> AUTHORIZATION_KEY =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> PURPOSE_KEY = Metadata.Key.of(PURPOSE, Metadata.ASCII_STRING_MARSHALLER);
    private static final Pattern SAFE_PURPOSE = Pattern.compile("[ -~]{1,200}");
    private static final Pattern SAFE_REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void writeTo(Metadata metadata) {
        token.ifPresent(value -> metadata.put(AUTHORIZATION_KEY, "Bearer " + value));
        metadata.put(REQUEST_ID_KEY, requestId);
        if (!purpose.isEmpty()) {
            metadata.put(PURPOSE_KEY, purpose);
        }
    }

    /** The name of the request that came with a call. */
    public static String requestId(Metadata metadata) {
        return safeRequestId(metadata.get(REQUEST_ID_KEY));
    }

    /** The caller's request id if it can go into a log line as it is, else a new one. */
    public static String safeRequestId(@org.jspecify.annotations.Nullable String proposed) {
        return proposed != null && SAFE_REQUEST_ID.matcher(proposed).matches()
                ? proposed
                : TimeOrderedId.next().toString();
    }

    /** Why the caller asks; empty when nothing fit to be kept was said. */
    public static String purpose(Metadata metadata) {
        String said = metadata.get(PURPOSE_KEY);
        return said != null && safePurpose(said) ? said : "";
    }

    /** Whether it is 1 to 200 printable ASCII characters. */
    public static boolean safePurpose(String proposed) {
        return SAFE_PURPOSE.matcher(proposed).matches();
    }
}
