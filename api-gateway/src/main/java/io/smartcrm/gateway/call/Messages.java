package io.smartcrm.gateway.call;

import static java.util.stream.Collectors.joining;

import com.google.protobuf.Timestamp;
import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.Arrays;
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

    /**
     * The constant that {@link #name} would write so; the one that stands for nothing when there is no text.
     *
     * @throws Failure INVALID when there is no such constant
     */
    public static <E extends Enum<E>> E constant(Class<E> type, String field, @Nullable String text) {
        E[] constants = type.getEnumConstants();
        if (text == null || text.isEmpty()) {
            return constants[0];
        }
        for (int i = 1; i < constants.length; i++) {
            if (!constants[i].name().equals("UNRECOGNIZED")
                    && name(constants[i]).equals(text)) {
                return constants[i];
            }
        }
        String names = Arrays.stream(constants)
                .skip(1)
                .filter(constant -> !constant.name().equals("UNRECOGNIZED"))
                .map(Messages::name)
                .collect(joining(", "));
        throw Failure.invalid(field, "'" + text + "' is not one of " + names);
    }

    public static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
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
