package io.smartcrm.customer.recordfile;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How the columns of a file become fields, and what stands in for missing ones.
 *
 * @param shape which fields there are
 * @param columns our field to the file's column, or to the path of its value where rows are JSON objects
 * @param defaultCurrency ISO 4217, for rows without a currency; may be empty when a column is mapped
 * @param creditNotePrefix orders whose number starts with it are credit notes; empty when none does
 * @param timeZone of times without an offset; empty means UTC
 * @param encoding name of a character set that begins with ASCII; empty means: recognise it
 * @param delimiter one of {@code , ; | tab}; empty means: recognise it
 * @param customerNamespace of the customer ids in the file; empty means {@code shop}
 */
public record ColumnMapping(
        FileShape shape,
        Map<FileField, String> columns,
        String defaultCurrency,
        String creditNotePrefix,
        String timeZone,
        String encoding,
        String delimiter,
        String customerNamespace) {
    static final String DELIMITERS = ",;\t|";
    private static final int MAX_COLUMN_NAME = 200;
    private static final int MAX_COLUMNS = 200;
    private static final int MAX_PREFIX = 10;
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String DEFAULT_NAMESPACE = "shop";

    public ColumnMapping {
        requireNonNull(shape, "shape is null");
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        requireNonNull(defaultCurrency, "defaultCurrency is null");
        requireNonNull(creditNotePrefix, "creditNotePrefix is null");
        requireNonNull(timeZone, "timeZone is null");
        requireNonNull(encoding, "encoding is null");
        delimiter = delimiter.equals("\\t") || delimiter.equals("tab") ? "\t" : delimiter;
        customerNamespace = customerNamespace.isEmpty() ? DEFAULT_NAMESPACE : customerNamespace;
        requireColumns(shape, columns);
        requireCurrency(shape, columns, defaultCurrency);
        if (creditNotePrefix.length() > MAX_PREFIX) {
            throw Failure.invalid("mapping.creditNotePrefix", "is longer than " + MAX_PREFIX + " characters");
        }
        zone(timeZone);
        charset(encoding);
        if (delimiter.length() > 1 || !DELIMITERS.contains(delimiter)) {
            throw Failure.invalid("mapping.delimiter", "'" + delimiter + "' is none of , ; | and tab");
        }
        if (!NAMESPACE.matcher(customerNamespace).matches()) {
            throw Failure.invalid(
                    "mapping.customerNamespace", "must be 1 to 64 letters, digits, dots, dashes or underscores");
        }
    }

    /**
     * Columns by the names that mappings use.
     *
     * @throws Failure INVALID naming the field that we do not have
     */
    public static Map<FileField, String> columnsByLabel(FileShape shape, Map<String, String> labelled) {
        Map<FileField, String> columns = new LinkedHashMap<>();
        new TreeMap<>(labelled).forEach((label, column) -> {
            FileField field = shape.labelled(label)
                    .orElseThrow(() -> Failure.invalid(
                            "mapping.columns",
                            "'" + label + "' is not a field of " + shape.name() + "; there are: " + shape.labels()));
            columns.put(field, column.strip());
        });
        return columns;
    }

    public ZoneId zone() {
        return zone(timeZone);
    }

    public Optional<Charset> charset() {
        return charset(encoding);
    }

    public Optional<Character> separator() {
        return delimiter.isEmpty() ? Optional.empty() : Optional.of(delimiter.charAt(0));
    }

    private static void requireColumns(FileShape shape, Map<FileField, String> columns) {
        for (FileField field : shape.fields()) {
            if (field.required() && !columns.containsKey(field)) {
                throw Failure.invalid("mapping.columns." + field.label(), "is missing: name the column that holds it");
            }
        }
        if (columns.isEmpty()) {
            throw Failure.invalid("mapping.columns", "names no column");
        }
        if (columns.size() > MAX_COLUMNS) {
            throw Failure.invalid("mapping.columns", "names more than " + MAX_COLUMNS + " columns");
        }
        columns.forEach((field, column) -> {
            if (column.isEmpty() || column.length() > MAX_COLUMN_NAME) {
                throw Failure.invalid(
                        "mapping.columns." + field.label(),
                        "must be a column name of 1 to " + MAX_COLUMN_NAME + " characters");
            }
        });
    }

    private static void requireCurrency(FileShape shape, Map<FileField, String> columns, String defaultCurrency) {
        boolean needed = shape.fields().stream()
                .anyMatch(field -> field.required()
                        && field.type() == FileField.Type.DECIMAL
                        && field.label().endsWith("Price"));
        if (needed
                && defaultCurrency.isEmpty()
                && columns.keySet().stream().noneMatch(field -> field.label().equals("currency"))) {
            throw Failure.invalid(
                    "mapping.defaultCurrency", "is needed when no column is mapped to currency, e.g. GBP");
        }
        if (!defaultCurrency.isEmpty() && !isCurrency(defaultCurrency)) {
            throw Failure.invalid(
                    "mapping.defaultCurrency", "'" + defaultCurrency + "' is not an ISO 4217 code such as EUR");
        }
    }

    public static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static ZoneId zone(String timeZone) {
        try {
            return timeZone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(timeZone);
        } catch (DateTimeException unknown) {
            throw Failure.invalid("mapping.timeZone", "'" + timeZone + "' is not a time zone such as Europe/London");
        }
    }

    private static Optional<Charset> charset(String encoding) {
        if (encoding.isEmpty()) {
            return Optional.empty();
        }
        try {
            Charset charset = Charset.forName(encoding);
            if (charset.canEncode() && "A,;\t|\"\n".equals(new String(asciiProbe(), charset))) {
                return Optional.of(charset);
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw Failure.invalid("mapping.encoding", "'" + encoding + "' is not known; try UTF-8 or windows-1252");
        }
        throw Failure.invalid("mapping.encoding", "'" + encoding + "' cannot be read; save the file as UTF-8");
    }

    /** Character sets such as UTF-16 write these bytes in another way. */
    private static byte[] asciiProbe() {
        return new byte[] {'A', ',', ';', '\t', '|', '"', '\n'};
    }
}
