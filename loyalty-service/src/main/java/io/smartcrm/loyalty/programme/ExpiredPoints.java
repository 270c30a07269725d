package io.smartcrm.loyalty.programme;

import static java.util.stream.Collectors.toMap;

import io.smartcrm.loyalty.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Points of orders that nobody has any more because they expired: nothing to take along when an order moves. */
final class ExpiredPoints {
    private static final String OF = """
            with concerned as (
                select unnest(?::uuid[]) as customer_id),
            holder as (
                select customer_id from concerned
                union select part.customer_id from merged_member part
                where part.survivor in (select customer_id from concerned))
            select lot.order_id, sum(expired.points)::bigint as points
            from holder join points_transaction gone on gone.customer_id = holder.customer_id and gone.kind = 'EXPIRE'
            join points_lot_use expired on expired.transaction_id = gone.id
            join points_lot lot on lot.id = expired.lot_id
            where lot.order_id = any (?) group by lot.order_id""";

    private final Connection connection;

    ExpiredPoints(Connection connection) {
        this.connection = connection;
    }

    /**
     * Those that are missing lost nothing.
     *
     * @param holders whose the points are and were, with those who are a part of them
     */
    Map<UUID, Long> of(Collection<UUID> orders, Collection<UUID> holders) throws SQLException {
        return Rows.of(connection, holders)
                .column("uuid", id -> id)
                .value(connection.createArrayOf("uuid", orders.toArray()))
                .query(OF, row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
