package io.smartcrm.local.shop;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * orders.csv, one line per order line in ascending order of time; UTF-8, comma, header, LF.
 *
 * <table>
 * <caption>Columns</caption>
 * <tr><td>order_number</td><td>SO... for an order, CN... for a credit note</td></tr>
 * <tr><td>line_number</td><td>1 for the first line of the order or credit note</td></tr>
 * <tr><td>order_time</td><td>ISO 8601 with offset, to the second</td></tr>
 * <tr><td>kind</td><td>sale, return or cancellation</td></tr>
 * <tr><td>customer_id, customer_name, email, country</td><td>country by ISO 3166-1 alpha-2</td></tr>
 * <tr><td>product_code, product_name, category</td><td>category path parted by " &gt; "</td></tr>
 * <tr><td>quantity</td><td>pieces; negative on a credit note</td></tr>
 * <tr><td>unit_price, currency</td><td>price paid a piece, two decimals, always positive; always EUR</td></tr>
 * <tr><td>channel</td><td>web, app or store</td></tr>
 * <tr><td>refund_of, refund_of_line</td><td>the order and line a credit line gives back; else empty</td></tr>
 * </table>
 */
final class OrderFile implements Closeable {
    static final String CURRENCY = "EUR";
    static final List<String> COLUMNS = List.of(
            "order_number",
            "line_number",
            "order_time",
            "kind",
            "customer_id",
            "customer_name",
            "email",
            "country",
            "product_code",
            "product_name",
            "category",
            "quantity",
            "unit_price",
            "currency",
            "channel",
            "refund_of",
            "refund_of_line");

    /** Field names of the import and the columns they are read from. */
    static final Map<String, Object> MAPPING = Fields.of(
            "orderNumber", "order_number",
            "orderTime", "order_time",
            "customerId", "customer_id",
            "customerName", "customer_name",
            "customerEmail", "email",
            "country", "country",
            "productCode", "product_code",
            "productName", "product_name",
            "category", "category",
            "quantity", "quantity",
            "unitPrice", "unit_price",
            "currency", "currency",
            "refundOf", "refund_of");

    private final Rows rows;
    private final Dirt dirt;

    OrderFile(Path file, Dirt dirt) throws IOException {
        rows = Rows.create(file, COLUMNS);
        this.dirt = dirt;
    }

    void sale(Sale sale) {
        for (OrderLine line : sale.lines()) {
            write(sale.number(), line.number(), sale.time(), "sale", sale, line, line.quantity(), "", "");
        }
    }

    void creditNote(CreditNote note) {
        int number = 0;
        for (CreditNote.Returned back : note.lines()) {
            OrderLine line = back.line();
            number++;
            write(
                    note.number(),
                    number,
                    note.time(),
                    note.reason().toString(),
                    note.sale(),
                    line,
                    -back.quantity(),
                    note.sale().number(),
                    Integer.toString(line.number()));
        }
    }

    @Override
    public void close() throws IOException {
        try (rows) {
            dirt.close();
        }
    }

    private void write(
            String number,
            int lineNumber,
            OffsetDateTime time,
            String kind,
            Sale sale,
            OrderLine line,
            int quantity,
            String refundOf,
            String refundOfLine) {
        Profile customer = sale.customer().profile();
        Product product = line.product();
        List<String> cells = List.of(
                number,
                Integer.toString(lineNumber),
                Rows.time(time),
                kind,
                customer.id(),
                customer.name(),
                customer.email(),
                customer.country(),
                product.code(),
                product.name(),
                product.category(),
                Integer.toString(quantity),
                Rows.money(line.unitPrice()),
                CURRENCY,
                sale.channel(),
                refundOf,
                refundOfLine);
        dirt.before(cells, rows);
        rows.row(cells);
    }
}
