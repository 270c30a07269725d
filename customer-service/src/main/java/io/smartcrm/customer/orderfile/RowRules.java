package io.smartcrm.customer.orderfile;

import static io.smartcrm.customer.orderfile.OrderField.CATEGORY;
import static io.smartcrm.customer.orderfile.OrderField.COUNTRY;
import static io.smartcrm.customer.orderfile.OrderField.CURRENCY;
import static io.smartcrm.customer.orderfile.OrderField.CUSTOMER_EMAIL;
import static io.smartcrm.customer.orderfile.OrderField.CUSTOMER_ID;
import static io.smartcrm.customer.orderfile.OrderField.CUSTOMER_NAME;
import static io.smartcrm.customer.orderfile.OrderField.ORDER_NUMBER;
import static io.smartcrm.customer.orderfile.OrderField.ORDER_TIME;
import static io.smartcrm.customer.orderfile.OrderField.PRODUCT_CODE;
import static io.smartcrm.customer.orderfile.OrderField.PRODUCT_NAME;
import static io.smartcrm.customer.orderfile.OrderField.QUANTITY;
import static io.smartcrm.customer.orderfile.OrderField.REFUND_OF;
import static io.smartcrm.customer.orderfile.OrderField.UNIT_PRICE;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What makes a row a line of an order. */
final class RowRules {
    private static final int ABSENT = -1;
    private static final Pattern SPREADSHEET_NUMBER = Pattern.compile("[0-9]+\\.0+");
    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\r]+");
    private static final Pattern EMAIL = Pattern.compile("[^@ ]+@[^@ ]+\\.[^@ ]+");

    private final ColumnMapping mapping;
    private final Header header;
    private final Map<OrderField, Integer> positions;
    private final TimeText times;
    private String lastCurrency = "";

    RowRules(ColumnMapping mapping, Header header, Optional<DayOrder> dayOrder) {
        this.mapping = mapping;
        this.header = header;
        this.times = new TimeText(mapping.zone(), dayOrder);
        this.positions = header.positions(mapping);
    }

    Row check(CsvRecord cells) {
        try {
            return read(cells);
        } catch (Rejection rejection) {
            return new RejectedRow(
                    cells.getStartingLineNumber(),
                    rejection.column,
                    rejection.value,
                    String.valueOf(rejection.getMessage()));
        }
    }

    private OrderRow read(CsvRecord cells) throws Rejection {
        if (cells.getFieldCount() != header.columns().size()) {
            throw new Rejection(
                    "",
                    cells.getField(0),
                    "has " + cells.getFieldCount() + " cells, the header has "
                            + header.columns().size());
        }
        String number = required(cells, ORDER_NUMBER);
        String refundOf = text(cells, REFUND_OF);
        boolean creditNote = !refundOf.isEmpty()
                || (!mapping.creditNotePrefix().isEmpty() && number.startsWith(mapping.creditNotePrefix()));
        BigDecimal quantity = decimal(cells, QUANTITY);
        BigDecimal unitPrice = decimal(cells, UNIT_PRICE);
        checkQuantity(cells, creditNote, quantity, unitPrice);
        return new OrderRow(
                cells.getStartingLineNumber(),
                number,
                creditNote,
                time(cells),
                customerId(cells),
                text(cells, CUSTOMER_NAME),
                email(cells),
                text(cells, COUNTRY),
                required(cells, PRODUCT_CODE),
                text(cells, PRODUCT_NAME),
                text(cells, CATEGORY),
                quantity,
                unitPrice,
                currency(cells),
                refundOf);
    }

    private void checkQuantity(CsvRecord cells, boolean creditNote, BigDecimal quantity, BigDecimal unitPrice)
            throws Rejection {
        if (quantity.signum() == 0) {
            throw rejection(cells, QUANTITY, "is zero");
        }
        if (creditNote && quantity.signum() > 0) {
            throw rejection(cells, QUANTITY, "is positive in a credit note, which gives back");
        }
        if (creditNote && unitPrice.signum() < 0) {
            throw rejection(
                    cells, UNIT_PRICE, "is negative in a credit note: the amount would be a payment by the customer");
        }
        if (!creditNote && quantity.signum() < 0) {
            throw rejection(
                    cells,
                    QUANTITY,
                    unitPrice.signum() == 0
                            ? "is negative without a price and outside of a credit note: a stock correction, not an"
                                    + " order"
                            : "is negative outside of a credit note; is the credit note prefix of the mapping right?");
        }
    }

    private Instant time(CsvRecord cells) throws Rejection {
        return times.parse(required(cells, ORDER_TIME))
                .orElseThrow(() -> rejection(
                        cells,
                        ORDER_TIME,
                        "is not a time such as 2010-12-01 08:26 or 2010-12-01T08:26:00Z, year 1900 to 2100"));
    }

    private String customerId(CsvRecord cells) throws Rejection {
        String id = text(cells, CUSTOMER_ID);
        boolean fromSpreadsheet =
                id.endsWith("0") && SPREADSHEET_NUMBER.matcher(id).matches();
        return fromSpreadsheet ? id.substring(0, id.indexOf('.')) : id;
    }

    private String email(CsvRecord cells) throws Rejection {
        String email = text(cells, CUSTOMER_EMAIL);
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            throw rejection(cells, CUSTOMER_EMAIL, "is not an e-mail address");
        }
        return email;
    }

    private String currency(CsvRecord cells) throws Rejection {
        String currency = text(cells, CURRENCY).toUpperCase(Locale.ROOT);
        if (currency.isEmpty()) {
            currency = mapping.defaultCurrency();
        }
        if (!currency.equals(lastCurrency)) {
            if (!ColumnMapping.isCurrency(currency)) {
                throw rejection(
                        cells,
                        CURRENCY,
                        currency.isEmpty()
                                ? "is missing and there is no default"
                                : "is not an ISO 4217 code such as EUR");
            }
            lastCurrency = currency;
        }
        return currency;
    }

    private BigDecimal decimal(CsvRecord cells, OrderField field) throws Rejection {
        return DecimalText.parse(required(cells, field))
                .orElseThrow(() -> rejection(
                        cells,
                        field,
                        "is not a decimal number such as 2.55, of at most " + DecimalText.MAX_INTEGER_DIGITS
                                + " digits and " + DecimalText.MAX_DECIMALS + " decimals, without separators"));
    }

    private String required(CsvRecord cells, OrderField field) throws Rejection {
        String text = text(cells, field);
        if (text.isEmpty()) {
            throw rejection(cells, field, "is missing");
        }
        return text;
    }

    private String text(CsvRecord cells, OrderField field) throws Rejection {
        int position = positions.getOrDefault(field, ABSENT);
        if (position == ABSENT) {
            return "";
        }
        String text = oneLine(cells.getField(position)).strip();
        if (text.length() > field.maxLength()) {
            throw rejection(cells, field, "is longer than " + field.maxLength() + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw rejection(cells, field, "holds a control character");
            }
        }
        return text;
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

    private Rejection rejection(CsvRecord cells, OrderField field, String reason) {
        int position = positions.getOrDefault(field, ABSENT);
        return position == ABSENT
                ? new Rejection(field.label(), "", reason)
                : new Rejection(header.columns().get(position), cells.getField(position), reason);
    }

    /** Leaves the reading of one row; without a stack trace, for there can be many. */
    private static final class Rejection extends Exception {
        private static final long serialVersionUID = 1L;
        private final String column;
        private final String value;

        Rejection(String column, String value, String reason) {
            super(reason, null, false, false);
            this.column = column;
            this.value = value;
        }
    }
}
