package io.smartcrm.gateway.call;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What protobuf says by a default value, JSON says by leaving the field out. */
public final class Messages {
    private Messages() {}

    public static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }

    public static @Nullable Instant time(boolean present, Timestamp time) {
        return present ? Instant.ofEpochSecond(time.getSeconds(), time.getNanos()) : null;
    }

    /** A number that JSON can write; it has no word for what is not a number. */
    public static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** The constant's name without its enum's prefix: {@code IMPORT_STATE_RUNNING} becomes {@code RUNNING}. */
    public static String name(Enum<?> constant) {
        String prefix = prefix(constant.getDeclaringClass());
        return constant.name().startsWith(prefix) ? constant.name().substring(prefix.length()) : constant.name();
    }

    public static String prefix(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "_";
    }
}
