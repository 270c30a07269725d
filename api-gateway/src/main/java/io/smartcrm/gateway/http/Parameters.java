package io.smartcrm.gateway.http;

import io.smartcrm.wire.Failure;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; JAX-RS itself would call a bad number a missing page. */
public final class Parameters {
    private Parameters() {}

    /** @return 0 when absent, which services take as their default */
    public static int whole(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        try {
            int value = Integer.parseInt(text);
            if (value == 0) {
                throw Failure.invalid(name, "0 is not at least 1");
            }
            return value;
        } catch (NumberFormatException malformed) {
            throw Failure.invalid(name, "'" + text + "' is not a whole number");
        }
    }

    /** A number with a point; empty when absent. */
    public static OptionalDouble decimal(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException malformed) {
            throw Failure.invalid(name, "'" + text + "' is not a number");
        }
    }

    public static boolean flag(String name, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Failure.invalid(name, "'" + text + "' is neither true nor false");
    }

    public static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** @throws Refusal 400 when the request came without a body */
    public static <T> T body(@Nullable T body) {
        if (body == null) {
            throw new Refusal(400, "BODY_REQUIRED", "the request has no body; /openapi says what belongs into it");
        }
        return body;
    }

    /** Values separated by commas; blank ones are left out. */
    public static List<String> list(@Nullable String text) {
        return Arrays.stream(text(text).split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
