package io.smartcrm.recommend.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Writes product states in bulk. */
final class ProductTable {
    private static final String PUT = """
        insert into product (id, code, name, update_time, withdrawn)
        select id, code, name, update_time, withdrawn
        from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::boolean[])
            as state (id, code, name, update_time, withdrawn)
        order by id
        on conflict (id) do update
        set code = excluded.code, name = excluded.name, update_time = excluded.update_time,
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
            put.setArray(1, connection.createArrayOf("text", column(rows, ProductState::id)));
            put.setArray(2, connection.createArrayOf("text", column(rows, ProductState::code)));
            put.setArray(3, connection.createArrayOf("text", column(rows, ProductState::name)));
            put.setArray(
                    4,
                    connection.createArrayOf(
                            "timestamptz", column(rows, state -> state.time().toString())));
            put.setArray(5, connection.createArrayOf("boolean", column(rows, ProductState::withdrawn)));
            put.executeUpdate();
        }
    }

    private static Object[] column(List<ProductState> rows, Function<ProductState, Object> value) {
        return rows.stream().map(value).toArray();
    }
}
