package io.smartcrm.gateway.http;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The caller's name for a command, so that sending it twice does it once. */
public final class IdempotencyKey {
    public static final String HEADER = "Idempotency-Key";
    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private IdempotencyKey() {}

    /** @throws Refusal 400 when there is none or it is not 1 to 200 visible ASCII characters */
    public static String required(@Nullable String key) {
        if (key == null || key.isEmpty()) {
            throw refused(
                    "IDEMPOTENCY_KEY_REQUIRED", "is missing; send a new UUID, and the same one when you try again");
        }
        if (!SHAPE.matcher(key).matches()) {
            throw refused("INVALID_FIELD", "must be 1 to 200 visible ASCII characters");
        }
        return key;
    }

    private static Refusal refused(String reason, String detail) {
        return new Refusal(400, reason, HEADER + ": " + detail, List.of(new Problem.FieldError("#/" + HEADER, detail)));
    }
}
