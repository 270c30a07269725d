package io.smartcrm.customer.recordfile;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a column of a file can mean to us.
 *
 * @param label the name that mappings use, e.g. {@code orderNumber}
 * @param maxLength characters that a cell of it may have
 * @param aliases other names that headers give it, in lower case without blanks and signs
 */
public record FileField(String label, Type type, boolean required, int maxLength, List<String> aliases) {
    /** How its cells are read. */
    public enum Type {
        TEXT,
        /** A text that a spreadsheet may have taken for a number. */
        NAME,
        EMAIL,
        TIME,
        DECIMAL,
        /** Whole number from 0. */
        COUNT,
        /** Texts parted by {@code |} or, without one, by {@code ;} or a comma. */
        WORDS,
        /** A word in capitals, whatever its case in the file. */
        CODE
    }

    public FileField {
        requireNonNull(label, "label is null");
        requireNonNull(type, "type is null");
        aliases = List.copyOf(aliases);
    }

    public static FileField required(String label, Type type, int maxLength, String... aliases) {
        return new FileField(label, type, true, maxLength, List.of(aliases));
    }

    public static FileField optional(String label, Type type, int maxLength, String... aliases) {
        return new FileField(label, type, false, maxLength, List.of(aliases));
    }

    FileField named(String ownLabel) {
        return new FileField(ownLabel, type, false, maxLength, List.of());
    }
}
