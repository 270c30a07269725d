package io.smartcrm.forecast.series;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Who is in which segment, and what they bought, within one transaction. */
final class SegmentTable {
    /** Customers who enter or leave segments take along what they bought. */
    private static final String APPLY_MEMBERSHIPS = """
            with incoming as (
                select segment_id, customer_id, inside
                from unnest(?::uuid[], ?::text[], ?::boolean[]) as fact (segment_id, customer_id, inside)
            ), entered as (
                insert into segment_member (customer_id, segment_id)
                select customer_id, segment_id from incoming where inside order by customer_id, segment_id
                on conflict do nothing
                returning customer_id, segment_id
            ), gone as (
                delete from segment_member as known using incoming
                where not inside and known.customer_id = incoming.customer_id and known.segment_id = incoming.segment_id
                returning known.customer_id, known.segment_id
            ), moved as (
                select customer_id, segment_id, 1 as sign from entered
                union all
                select customer_id, segment_id, -1 from gone
            )
            insert into group_demand as known (kind, name, day, sold, returned)
            select
                'SEGMENT', segment_id::text, day,
                coalesce(sum(sign * quantity) filter (where kind = 'SALE'), 0),
                coalesce(-sum(sign * quantity) filter (where kind = 'REFUND'), 0)
            from moved join demand_order using (customer_id), unnest(quantities) as line (quantity)
            where customer_id <> '' and kind in ('SALE', 'REFUND')
            group by segment_id, day
            order by segment_id, day
            on conflict (kind, name, day) do update set
                sold = known.sold + excluded.sold,
                returned = known.returned + excluded.returned""";

    private static final String MEMBERSHIPS = "select segment_id from segment_member where customer_id = ?";
    private static final String FORGET_ORDERS =
            "update demand_order set customer_id = '' where customer_id = ? and customer_id <> ''";

    private final Connection connection;
    private final SeriesTables tables;

    SegmentTable(Connection connection) {
        this.connection = connection;
        this.tables = new SeriesTables(connection);
    }

    /** @param eventTime when the latest of these facts became true at its source */
    void apply(Collection<MembershipFact> facts, Instant eventTime) throws SQLException {
        apply(facts);
        tables.remember(eventTime);
    }

    private void apply(Collection<MembershipFact> facts) throws SQLException {
        tables.lockAlone();
        try (PreparedStatement statement = connection.prepareStatement(APPLY_MEMBERSHIPS)) {
            setArray(statement, 1, "uuid", facts, MembershipFact::segmentId);
            setArray(statement, 2, "text", facts, MembershipFact::customerId);
            setArray(statement, 3, "boolean", facts, MembershipFact::inside);
            statement.executeUpdate();
        }
    }

    /**
     * Keeps the customer's orders as those of a guest, who is in no segment.
     *
     * @return orders and memberships that were the customer's
     */
    long forget(String customerId) throws SQLException {
        List<MembershipFact> left = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(MEMBERSHIPS)) {
            statement.setString(1, customerId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    left.add(new MembershipFact(rows.getObject(1, UUID.class), customerId, false));
                }
            }
        }
        apply(left);
        try (PreparedStatement statement = connection.prepareStatement(FORGET_ORDERS)) {
            statement.setString(1, customerId);
            long orders = statement.executeUpdate();
            return left.size() + orders;
        }
    }

    private void setArray(
            PreparedStatement statement,
            int place,
            String type,
            Collection<MembershipFact> facts,
            Function<MembershipFact, Object> column)
            throws SQLException {
        Object[] values = facts.stream().map(column).toArray();
        statement.setArray(place, connection.createArrayOf(type, values));
    }
}
