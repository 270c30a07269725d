package io.smartcrm.recommend.catalog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes product states in bulk. */
final class ProductTable {
    /** Parts the levels of a category, as arrays of arrays must be rectangular. */
    private static final String LEVEL = "\u001f";

    private static final String PUT = """
        insert into product (id, code, name, category, brand, price, content, update_time, withdrawn)
        select id, code, name, coalesce(string_to_array(category, chr(31)), '{}'), brand, price, content, update_time,
            withdrawn
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::double precision[], ?::text[],
                ?::timestamptz[], ?::boolean[])
            as state (id, code, name, category, brand, price, content, update_time, withdrawn)
        order by id
        on conflict (id) do update
        set code = excluded.code, name = excluded.name, category = excluded.category, brand = excluded.brand,
            price = excluded.price, content = excluded.content, update_time = excluded.update_time,
            withdrawn = excluded.withdrawn
        where product.update_time is null or product.update_time <= excluded.update_time\
        """;

    private ProductTable() {}

    /** Keeps each state unless a later one is there; ids are distinct. */
    static void put(Connection connection, Collection<ProductState> states) throws SQLException {
        if (states.isEmpty()) {
            return;
        }
        List<ProductState> rows = List.copyOf(states);
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setArray(1, text(connection, rows, ProductState::id));
            put.setArray(2, text(connection, rows, ProductState::code));
            put.setArray(3, text(connection, rows, ProductState::name));
            put.setArray(4, text(connection, rows, state -> String.join(LEVEL, state.category())));
            put.setArray(5, text(connection, rows, ProductState::brand));
            put.setArray(
                    6,
                    connection.createArrayOf(
                            "float8",
                            column(
                                    rows,
                                    state -> state.price().isPresent()
                                            ? state.price().getAsDouble()
                                            : null)));
            put.setArray(7, text(connection, rows, ProductState::content));
            put.setArray(
                    8,
                    connection.createArrayOf(
                            "timestamptz", column(rows, state -> state.time().toString())));
            put.setArray(9, connection.createArrayOf("boolean", column(rows, ProductState::withdrawn)));
            put.executeUpdate();
        }
    }

    private static Array text(Connection connection, List<ProductState> rows, Function<ProductState, String> value)
            throws SQLException {
        return connection.createArrayOf("text", column(rows, value::apply));
    }

    private static Object[] column(List<ProductState> rows, Function<ProductState, @Nullable Object> value) {
        return rows.stream().map(value).toArray();
    }
}
