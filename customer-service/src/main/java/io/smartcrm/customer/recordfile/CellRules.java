package io.smartcrm.customer.recordfile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What makes the cell of a column a value of its field. Not for two threads at once. */
public final class CellRules {
    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\r]+");
    private static final Pattern EMAIL = Pattern.compile("[^@ ]+@[^@ ]+\\.[^@ ]+");
    private static final Pattern SPREADSHEET_NUMBER = Pattern.compile("[0-9]+\\.0+");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final int MAX_WORDS = 100;

    private final ColumnMapping mapping;
    private final Map<FileField, Integer> positions;
    private final TimeText times;
    private String lastCurrency = "";

    CellRules(ColumnMapping mapping, FileFormat format) {
        this.mapping = mapping;
        this.positions = format.header().positions(mapping);
        this.times = new TimeText(mapping.zone(), format.dayOrder());
    }

    public Column column(FileField field) {
        Integer position = positions.get(field);
        return position == null
                ? Column.absent(field)
                : new Column(field, position, mapping.columns().getOrDefault(field, field.label()));
    }

    /** @throws RowRejection when the row as a whole cannot be used */
    public void checkWhole(Cells cells) throws RowRejection {
        if (!cells.fault().isEmpty()) {
            throw new RowRejection("", cells.sample(), cells.fault());
        }
    }

    /** Without blanks around it and without breaks; empty when absent. */
    public String text(Cells cells, Column column) throws RowRejection {
        if (!column.mapped()) {
            return "";
        }
        String text = oneLine(cells.cell(column.position())).strip();
        if (text.length() > column.field().maxLength()) {
            throw rejection(cells, column, "is longer than " + column.field().maxLength() + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw rejection(cells, column, "holds a control character");
            }
        }
        return text;
    }

    public String required(Cells cells, Column column) throws RowRejection {
        String text = text(cells, column);
        if (text.isEmpty()) {
            throw rejection(cells, column, "is missing");
        }
        return text;
    }

    /** A number that a spreadsheet wrote with decimals is meant as a name without them. */
    public String name(Cells cells, Column column) throws RowRejection {
        String name = text(cells, column);
        boolean fromSpreadsheet =
                name.endsWith("0") && SPREADSHEET_NUMBER.matcher(name).matches();
        return fromSpreadsheet ? name.substring(0, name.indexOf('.')) : name;
    }

    public String email(Cells cells, Column column) throws RowRejection {
        String email = text(cells, column);
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            throw rejection(cells, column, "is not an e-mail address");
        }
        return email;
    }

    public Optional<Instant> time(Cells cells, Column column) throws RowRejection {
        String text = text(cells, column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> time = times.parse(text);
        if (time.isEmpty()) {
            throw rejection(
                    cells, column, "is not a time such as 2010-12-01 08:26 or 2010-12-01T08:26:00Z, year 1900 to 2100");
        }
        return time;
    }

    public Optional<BigDecimal> decimal(Cells cells, Column column) throws RowRejection {
        String text = text(cells, column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> decimal = DecimalText.parse(text);
        if (decimal.isEmpty()) {
            throw rejection(
                    cells,
                    column,
                    "is not a decimal number such as 2.55, of at most " + DecimalText.MAX_INTEGER_DIGITS
                            + " digits and " + DecimalText.MAX_DECIMALS + " decimals, without separators");
        }
        return decimal;
    }

    /** In capitals; the mapping's default when absent. */
    public String currency(Cells cells, Column column) throws RowRejection {
        String currency = text(cells, column).toUpperCase(Locale.ROOT);
        if (currency.isEmpty()) {
            currency = mapping.defaultCurrency();
        }
        if (!currency.equals(lastCurrency)) {
            if (!ColumnMapping.isCurrency(currency)) {
                throw rejection(
                        cells,
                        column,
                        currency.isEmpty()
                                ? "is missing and there is no default"
                                : "is not an ISO 4217 code such as EUR");
            }
            lastCurrency = currency;
        }
        return currency;
    }

    /** A value as its field's type says: text, {@link Instant}, {@link BigDecimal}, Long or a list; empty when absent. */
    Optional<Object> value(Cells cells, Column column) throws RowRejection {
        return switch (column.field().type()) {
            case TEXT -> given(text(cells, column));
            case NAME -> given(name(cells, column));
            case EMAIL -> given(email(cells, column));
            case TIME -> time(cells, column).map(time -> time);
            case DECIMAL -> decimal(cells, column).map(decimal -> decimal);
            case COUNT -> count(cells, column).map(count -> count);
            case WORDS -> words(cells, column).map(words -> words);
            case CODE -> given(text(cells, column).toUpperCase(Locale.ROOT).replace(' ', '_'));
        };
    }

    private Optional<Long> count(Cells cells, Column column) throws RowRejection {
        String text = name(cells, column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!COUNT.matcher(text).matches()) {
            throw rejection(cells, column, "is not a whole number from 0 such as 5");
        }
        return Optional.of(Long.parseLong(text));
    }

    private Optional<List<String>> words(Cells cells, Column column) throws RowRejection {
        String text = text(cells, column);
        String separator = text.indexOf('|') >= 0 ? "\\|" : "[;,]";
        List<String> words = Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.size() > MAX_WORDS) {
            throw rejection(cells, column, "holds more than " + MAX_WORDS + " words");
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static Optional<Object> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Cells may hold line breaks and tabs; our records do not. */
    private static String oneLine(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) < ' ') {
                return BREAKS.matcher(cell).replaceAll(" ");
            }
        }
        return cell;
    }

    public RowRejection rejection(Cells cells, Column column, String reason) {
        return new RowRejection(column.name(), column.mapped() ? cells.cell(column.position()) : "", reason);
    }
}
