package io.smartcrm.loyalty.decision;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.strategy.Trigger.Crossing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A threshold as a query of those on its sides; it takes until when everything is known, and the threshold.
 *
 * @param operator of those beyond
 * @param opposite of those before
 */
record Beyond(FactColumn column, String operator, String opposite, double threshold, Instant asOf) {
    static Beyond of(Crossing crossing, Instant asOf) {
        boolean up = crossing.direction() == Crossing.Direction.UP;
        return new Beyond(
                Objects.requireNonNull(FactColumn.COLUMNS.get(crossing.fact()), "a fact without a column"),
                up ? ">=" : "<=",
                up ? "<" : ">",
                crossing.threshold(),
                asOf);
    }

    /** Customers on one side. */
    String customers(String side) {
        return column.alias() + ".customer_id from " + column.source()
                + " cross join (select ?::timestamptz as time) as_of where (" + column.expression() + ") " + side
                + " ?";
    }

    List<UUID> some(Connection connection, int limit) throws SQLException {
        return Rows.none(connection)
                .value(asOf)
                .value(threshold)
                .value(limit)
                .query("select " + customers(operator) + " limit ?", row -> row.getObject(1, UUID.class));
    }
}
