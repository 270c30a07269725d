package io.smartcrm.recommend.catalog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes product states in bulk. */
final class ProductTable {
    /** Parts the levels of a category, as arrays of arrays must be rectangular. */
    private static final String LEVEL = "\u001f";

    /** Parts the texts of a product, and its attributes. */
    private static final String ITEM = "\u001e";

    private static final String PUT = """
        insert into product (id, code, name, category, brand, price, content, texts, attributes, update_time, withdrawn,
            change_revision)
        select id, code, name, coalesce(string_to_array(category, chr(31)), '{}'), brand, price, content,
            coalesce(string_to_array(texts, chr(30)), '{}'), coalesce(string_to_array(attributes, chr(30)), '{}'),
            update_time, withdrawn, ?
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::double precision[], ?::text[], ?::text[],
                ?::text[], ?::timestamptz[], ?::boolean[])
            as state (id, code, name, category, brand, price, content, texts, attributes, update_time, withdrawn)
        order by id
        on conflict (id) do update
        set code = excluded.code, name = excluded.name, category = excluded.category, brand = excluded.brand,
            price = excluded.price, content = excluded.content, texts = excluded.texts,
            attributes = excluded.attributes, update_time = excluded.update_time, withdrawn = excluded.withdrawn,
            change_revision = case
                when (product.texts, product.attributes, product.category, product.brand)
                    is distinct from (excluded.texts, excluded.attributes, excluded.category, excluded.brand)
                then excluded.change_revision else product.change_revision end
        where product.update_time is null or product.update_time <= excluded.update_time\
        """;

    private ProductTable() {}

    /** Keeps each state unless a later one is there; ids are distinct. */
    static void put(Connection connection, Collection<ProductState> states) throws SQLException {
        if (states.isEmpty()) {
            return;
        }
        List<ProductState> rows = List.copyOf(states);
        long revision = CatalogueState.advance(connection);
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setLong(1, revision);
            put.setArray(2, text(connection, rows, ProductState::id));
            put.setArray(3, text(connection, rows, ProductState::code));
            put.setArray(4, text(connection, rows, ProductState::name));
            put.setArray(5, text(connection, rows, state -> String.join(LEVEL, state.category())));
            put.setArray(6, text(connection, rows, ProductState::brand));
            put.setArray(
                    7,
                    connection.createArrayOf(
                            "float8",
                            column(
                                    rows,
                                    state -> state.price().isPresent()
                                            ? state.price().getAsDouble()
                                            : null)));
            put.setArray(8, text(connection, rows, ProductState::content));
            put.setArray(9, text(connection, rows, state -> String.join(ITEM, state.texts())));
            put.setArray(10, text(connection, rows, ProductTable::attributes));
            put.setArray(
                    11,
                    connection.createArrayOf(
                            "timestamptz", column(rows, state -> state.time().toString())));
            put.setArray(12, connection.createArrayOf("boolean", column(rows, ProductState::withdrawn)));
            put.executeUpdate();
        }
    }

    private static String attributes(ProductState state) {
        return state.attributes().entrySet().stream()
                .map(attribute -> attribute.getKey() + ProductRecord.OF + attribute.getValue())
                .collect(Collectors.joining(ITEM));
    }

    private static Array text(Connection connection, List<ProductState> rows, Function<ProductState, String> value)
            throws SQLException {
        return connection.createArrayOf("text", column(rows, value::apply));
    }

    private static Object[] column(List<ProductState> rows, Function<ProductState, @Nullable Object> value) {
        return rows.stream().map(value).toArray();
    }
}
