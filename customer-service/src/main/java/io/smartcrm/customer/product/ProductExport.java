package io.smartcrm.customer.product;

import io.smartcrm.customer.listing.Cursor;
import io.smartcrm.customer.listing.ExportableList;
import io.smartcrm.customer.listing.ListFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Products as rows of a file. */
@ApplicationScoped
class ProductExport implements ExportableList {
    @Override
    public String name() {
        return "products";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "code", "name", "categoryPath", "price", "currency", "createTime", "updateTime");
    }

    @Override
    public void check(String filter) {
        query(filter);
    }

    @Override
    public void write(Connection connection, String filter, Optional<List<String>> teams, RowWriter rows)
            throws SQLException, IOException {
        Cursor.read(connection, ProductStore.select(query(filter)), ProductExport::values, read -> {
            for (List<@Nullable Object> values : read) {
                rows.row(values);
            }
        });
    }

    private static ProductQuery query(String filter) {
        return new ProductQuery(ListFilter.parse(filter, ProductFilter.class), Cursor.ALL, Optional.empty());
    }

    private static List<@Nullable Object> values(ResultSet row) throws SQLException {
        return Arrays.asList(
                row.getString("id"),
                row.getString("code"),
                row.getString("name"),
                Cursor.texts(row, "category_path"),
                row.getBigDecimal("price"),
                row.getString("currency"),
                Cursor.time(row, "create_time"),
                Cursor.time(row, "update_time"));
    }
}
