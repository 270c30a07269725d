package io.smartcrm.customer.order;

import io.smartcrm.customer.listing.Cursor;
import io.smartcrm.customer.listing.ExportableList;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders as rows of a file, one for each line of an order. */
@ApplicationScoped
class OrderExport implements ExportableList {
    private static final String LINES = """
        select o.id, o.number, o.kind, o.customer_id, o.order_time, o.country, o.currency, o.total, o.refund_of,
            line.line_number, product.code, line.quantity, line.unit_price
        from sales_order o join order_line line on line.order_id = o.id join product on product.id = line.product_id
        where (?::text is null or o.kind = ?) and (?::text[] is null or o.customer_id is null or exists (
            select from customer seen where seen.id = o.customer_id and seen.team = any (?)))
        order by o.order_time desc, o.id desc, line.line_number\
        """;

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "orderNumber",
                "kind",
                "customerId",
                "orderTime",
                "country",
                "currency",
                "total",
                "refundOf",
                "lineNumber",
                "productCode",
                "quantity",
                "unitPrice");
    }

    @Override
    public void check(String filter) {
        kind(filter);
    }

    @Override
    public void write(Connection connection, String filter, Optional<List<String>> teams, RowWriter rows)
            throws SQLException, IOException {
        String kind = kind(filter).orElse(null);
        String[] visible = teams.map(names -> names.toArray(String[]::new)).orElse(null);
        Cursor.read(connection, LINES, Arrays.asList(kind, kind, visible, visible), OrderExport::values, read -> {
            for (List<@Nullable Object> values : read) {
                rows.row(values);
            }
        });
    }

    private static Optional<String> kind(String filter) {
        return OrderQuery.parse("", filter, 0, "").kind().map(OrderKind::name);
    }

    private static List<@Nullable Object> values(ResultSet row) throws SQLException {
        return Arrays.asList(
                row.getString("id"),
                row.getString("number"),
                row.getString("kind"),
                row.getString("customer_id"),
                Cursor.time(row, "order_time"),
                row.getString("country"),
                row.getString("currency"),
                row.getBigDecimal("total"),
                row.getString("refund_of"),
                row.getInt("line_number"),
                row.getString("code"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("unit_price"));
    }
}
