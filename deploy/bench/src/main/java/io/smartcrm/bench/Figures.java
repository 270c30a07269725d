package io.smartcrm.bench;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.StringJoiner;

/** The line of {@code key=value} figures a command ends with, in the order added; numbers use a dot in every locale. */
public final class Figures {
    private final StringJoiner line = new StringJoiner(" ");

    public Figures add(String key, long value) {
        return add(key, Long.toString(value));
    }

    /** Adds a real number with a fixed count of decimals; not-a-number shows as {@code nan}. */
    public Figures add(String key, double value, int decimals) {
        return add(key, Double.isNaN(value) ? "nan" : String.format(Locale.ROOT, "%." + decimals + "f", value));
    }

    public Figures add(String key, String value) {
        requireNonNull(key, "key is null");
        if (value.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("value of " + key + " holds white space: '" + value + "'");
        }
        line.add(key + "=" + value);
        return this;
    }

    public String line() {
        return line.toString();
    }
}
