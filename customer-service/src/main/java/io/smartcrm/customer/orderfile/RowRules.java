package io.smartcrm.customer.orderfile;

import io.smartcrm.customer.recordfile.CellRules;
import io.smartcrm.customer.recordfile.Cells;
import io.smartcrm.customer.recordfile.Column;
import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.customer.recordfile.RowRejection;
import java.math.BigDecimal;
import java.time.Instant;

/** What makes a row a line of an order. */
final class RowRules {
    private final ColumnMapping mapping;
    private final CellRules cells;
    private final Column number;
    private final Column time;
    private final Column customerId;
    private final Column customerName;
    private final Column customerEmail;
    private final Column country;
    private final Column productCode;
    private final Column productName;
    private final Column category;
    private final Column quantity;
    private final Column unitPrice;
    private final Column currency;
    private final Column refundOf;

    RowRules(ColumnMapping mapping, CellRules cells) {
        this.mapping = mapping;
        this.cells = cells;
        this.number = cells.column(OrderField.ORDER_NUMBER);
        this.time = cells.column(OrderField.ORDER_TIME);
        this.customerId = cells.column(OrderField.CUSTOMER_ID);
        this.customerName = cells.column(OrderField.CUSTOMER_NAME);
        this.customerEmail = cells.column(OrderField.CUSTOMER_EMAIL);
        this.country = cells.column(OrderField.COUNTRY);
        this.productCode = cells.column(OrderField.PRODUCT_CODE);
        this.productName = cells.column(OrderField.PRODUCT_NAME);
        this.category = cells.column(OrderField.CATEGORY);
        this.quantity = cells.column(OrderField.QUANTITY);
        this.unitPrice = cells.column(OrderField.UNIT_PRICE);
        this.currency = cells.column(OrderField.CURRENCY);
        this.refundOf = cells.column(OrderField.REFUND_OF);
    }

    Row check(Cells row) {
        try {
            return read(row);
        } catch (RowRejection rejection) {
            return new Row.Refused(rejection.of(row));
        }
    }

    private OrderRow read(Cells row) throws RowRejection {
        cells.checkWhole(row);
        String orderNumber = cells.required(row, number);
        String refunded = cells.text(row, refundOf);
        boolean creditNote = !refunded.isEmpty()
                || (!mapping.creditNotePrefix().isEmpty() && orderNumber.startsWith(mapping.creditNotePrefix()));
        BigDecimal pieces = decimal(row, quantity);
        BigDecimal price = decimal(row, unitPrice);
        checkQuantity(row, creditNote, pieces, price);
        return new OrderRow(
                row.line(),
                orderNumber,
                creditNote,
                time(row),
                cells.name(row, customerId),
                cells.text(row, customerName),
                cells.email(row, customerEmail),
                cells.text(row, country),
                cells.required(row, productCode),
                cells.text(row, productName),
                cells.text(row, category),
                pieces,
                price,
                cells.currency(row, currency),
                refunded);
    }

    private void checkQuantity(Cells row, boolean creditNote, BigDecimal pieces, BigDecimal price) throws RowRejection {
        if (pieces.signum() == 0) {
            throw cells.rejection(row, quantity, "is zero");
        }
        if (creditNote && pieces.signum() > 0) {
            throw cells.rejection(row, quantity, "is positive in a credit note, which gives back");
        }
        if (creditNote && price.signum() < 0) {
            throw cells.rejection(
                    row, unitPrice, "is negative in a credit note: the amount would be a payment by the customer");
        }
        if (!creditNote && pieces.signum() < 0) {
            throw cells.rejection(
                    row,
                    quantity,
                    price.signum() == 0
                            ? "is negative without a price and outside of a credit note: a stock correction, not an"
                                    + " order"
                            : "is negative outside of a credit note; is the credit note prefix of the mapping right?");
        }
    }

    private Instant time(Cells row) throws RowRejection {
        cells.required(row, time);
        return cells.time(row, time).orElseThrow();
    }

    private BigDecimal decimal(Cells row, Column column) throws RowRejection {
        cells.required(row, column);
        return cells.decimal(row, column).orElseThrow();
    }
}
