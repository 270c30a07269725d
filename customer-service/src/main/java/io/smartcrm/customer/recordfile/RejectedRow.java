package io.smartcrm.customer.recordfile;

import static java.util.Objects.requireNonNull;

/**
 * A row that was not taken, and why.
 *
 * @param line of the file where the row begins; the header is line 1
 * @param column name of the column at fault; empty when the row as a whole is
 * @param value what stands there, cut to 200 characters
 */
public record RejectedRow(long line, String column, String value, String reason) {
    private static final int MAX_VALUE = 200;

    public RejectedRow {
        requireNonNull(column, "column is null");
        requireNonNull(reason, "reason is null");
        value = printable(value.length() > MAX_VALUE ? cut(value) : value);
    }

    private static String cut(String value) {
        int end = Character.isHighSurrogate(value.charAt(MAX_VALUE - 1)) ? MAX_VALUE - 1 : MAX_VALUE;
        return value.substring(0, end);
    }

    /** PostgreSQL stores no NUL. */
    private static String printable(String value) {
        return value.indexOf('\0') < 0 ? value : value.replace('\0', '\uFFFD');
    }
}
