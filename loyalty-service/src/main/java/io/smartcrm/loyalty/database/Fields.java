package io.smartcrm.loyalty.database;

import io.smartcrm.wire.Failure;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads fields of requests. */
public final class Fields {
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private Fields() {}

    /** @throws Failure INVALID when it is not one */
    public static UUID id(String field, String text) {
        if (text.isEmpty()) {
            throw Failure.invalid(field, "is missing");
        }
        if (!UUID_TEXT.matcher(text).matches()) {
            throw Failure.invalid(field, "is not a UUID");
        }
        return UUID.fromString(text);
    }

    /** @throws Failure INVALID when it is shorter or longer */
    public static String text(String field, String text, int least, int most) {
        String stripped = text.strip();
        if (stripped.length() < least || stripped.length() > most) {
            throw Failure.invalid(field, "must have " + least + " to " + most + " characters");
        }
        return stripped;
    }

    /** @throws Failure INVALID when it is outside */
    public static long number(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw Failure.invalid(field, value + " is not from " + least + " to " + most);
        }
        return value;
    }
}
