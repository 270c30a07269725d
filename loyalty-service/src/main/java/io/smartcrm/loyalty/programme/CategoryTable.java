package io.smartcrm.loyalty.programme;

import static java.util.stream.Collectors.toMap;

import io.smartcrm.loyalty.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Categories of products in PostgreSQL. */
final class CategoryTable {
    /** Any number: orders share this lock, products take it alone, so that no order misses the product it waits for. */
    private static final String LOCK = "select pg_advisory_xact_lock(4471902836650183)";

    private static final String LOCK_SHARED = "select pg_advisory_xact_lock_shared(4471902836650183)";
    private static final String PUT = """
            insert into product_category as known (product_id, category, update_time)
            select * from unnest(?::uuid[], ?::text[], ?::timestamptz[]) as told (product_id, category, update_time)
            order by product_id
            on conflict (product_id) do update set category = excluded.category, update_time = excluded.update_time
            where known.update_time <= excluded.update_time""";
    private static final String OF = "select product_id, category from product_category where product_id = any (?)";

    private final Connection connection;

    CategoryTable(Connection connection) {
        this.connection = connection;
    }

    /** No order is valued until the transaction ends, and no customer merged. */
    void lock() throws SQLException {
        Rows.none(connection).query(LOCK, row -> 0);
    }

    /** No product becomes known until the transaction ends, and no customer is merged. */
    void lockShared() throws SQLException {
        Rows.none(connection).query(LOCK_SHARED, row -> 0);
    }

    /** States older than the stored ones are left out. */
    void put(Collection<ProductFact> facts) throws SQLException {
        Rows.of(connection, facts)
                .column("uuid", ProductFact::product)
                .column("text", ProductFact::category)
                .times(ProductFact::updateTime)
                .update(PUT);
    }

    /** Those that are known. */
    Map<UUID, String> of(Collection<UUID> products) throws SQLException {
        if (products.isEmpty()) {
            return Map.of();
        }
        return Rows.of(connection, products)
                .column("uuid", id -> id)
                .query(OF, row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
