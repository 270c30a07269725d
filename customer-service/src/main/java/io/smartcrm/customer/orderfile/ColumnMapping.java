package io.smartcrm.customer.orderfile;

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
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the columns of a file become fields, and what stands in for missing ones.
 *
 * @param columns our field to the file's column; orderNumber, orderTime, productCode, quantity and unitPrice are needed
 * @param defaultCurrency ISO 4217, for rows without a currency; may be empty when a column is mapped
 * @param creditNotePrefix orders whose number starts with it are credit notes; empty when none does
 * @param timeZone of times without an offset; empty means UTC
 * @param encoding name of a character set that begins with ASCII; empty means: recognise it
 * @param delimiter one of {@code , ; | tab}; empty means: recognise it
 * @param customerNamespace of the customer ids in the file; empty means {@code shop}
 */
public record ColumnMapping(
        Map<OrderField, String> columns,
        String defaultCurrency,
        String creditNotePrefix,
        String timeZone,
        String encoding,
        String delimiter,
        String customerNamespace) {
    static final String DELIMITERS = ",;\t|";
    private static final int MAX_COLUMN_NAME = 200;
    private static final int MAX_PREFIX = 10;
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String DEFAULT_NAMESPACE = "shop";

    public ColumnMapping {
        columns = Collections.unmodifiableMap(new EnumMap<>(columns));
        requireNonNull(defaultCurrency, "defaultCurrency is null");
        requireNonNull(creditNotePrefix, "creditNotePrefix is null");
        requireNonNull(timeZone, "timeZone is null");
        requireNonNull(encoding, "encoding is null");
        delimiter = delimiter.equals("\\t") || delimiter.equals("tab") ? "\t" : delimiter;
        customerNamespace = customerNamespace.isEmpty() ? DEFAULT_NAMESPACE : customerNamespace;
        requireColumns(columns);
        requireCurrency(columns, defaultCurrency);
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
    public static Map<OrderField, String> columnsByLabel(Map<String, String> labelled) {
        Map<OrderField, String> columns = new EnumMap<>(OrderField.class);
        labelled.forEach((label, column) -> {
            OrderField field = OrderField.labelled(label)
                    .orElseThrow(() -> Failure.invalid(
                            "mapping.columns", "'" + label + "' is not a field; there are: " + OrderField.labels()));
            columns.put(field, column.strip());
        });
        return columns;
    }

    ZoneId zone() {
        return zone(timeZone);
    }

    Optional<Charset> charset() {
        return charset(encoding);
    }

    Optional<Character> separator() {
        return delimiter.isEmpty() ? Optional.empty() : Optional.of(delimiter.charAt(0));
    }

    private static void requireColumns(Map<OrderField, String> columns) {
        for (OrderField field : OrderField.values()) {
            String column = columns.get(field);
            if (column == null && field.required()) {
                throw Failure.invalid("mapping.columns." + field.label(), "is missing: name the column that holds it");
            }
            if (column != null && (column.isEmpty() || column.length() > MAX_COLUMN_NAME)) {
                throw Failure.invalid(
                        "mapping.columns." + field.label(),
                        "must be a column name of 1 to " + MAX_COLUMN_NAME + " characters");
            }
        }
    }

    private static void requireCurrency(Map<OrderField, String> columns, String defaultCurrency) {
        if (defaultCurrency.isEmpty() && !columns.containsKey(OrderField.CURRENCY)) {
            throw Failure.invalid(
                    "mapping.defaultCurrency", "is needed when no column is mapped to currency, e.g. GBP");
        }
        if (!defaultCurrency.isEmpty() && !isCurrency(defaultCurrency)) {
            throw Failure.invalid(
                    "mapping.defaultCurrency", "'" + defaultCurrency + "' is not an ISO 4217 code such as EUR");
        }
    }

    static boolean isCurrency(String code) {
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
