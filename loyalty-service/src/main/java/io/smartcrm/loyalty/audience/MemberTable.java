package io.smartcrm.loyalty.audience;

import io.smartcrm.loyalty.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Members of segments in PostgreSQL. */
final class MemberTable {
    private static final String ENTER = """
            insert into segment_member (segment_id, customer_id, enter_time)
            select * from unnest(?::uuid[], ?::uuid[], ?::timestamptz[]) as entered (segment_id, customer_id, enter_time)
            order by segment_id, customer_id
            on conflict (segment_id, customer_id) do update set enter_time = excluded.enter_time""";
    private static final String LEAVE = """
            delete from segment_member member
            using unnest(?::uuid[], ?::uuid[]) as gone (segment_id, customer_id)
            where member.segment_id = gone.segment_id and member.customer_id = gone.customer_id""";

    private final Connection connection;

    MemberTable(Connection connection) {
        this.connection = connection;
    }

    /** A customer who entered or left a segment. */
    record Move(UUID segment, UUID customer, boolean entered, Instant time) {
        /** Whose membership it is. */
        record Pair(UUID segment, UUID customer) {}
    }

    /** In the order they happened; the last of a pair counts. */
    void apply(List<Move> moves) throws SQLException {
        Map<Move.Pair, Move> latest = new LinkedHashMap<>();
        moves.forEach(move -> latest.put(new Move.Pair(move.segment(), move.customer()), move));
        Collection<Move> entered =
                latest.values().stream().filter(Move::entered).toList();
        Collection<Move> left =
                latest.values().stream().filter(move -> !move.entered()).toList();
        if (!entered.isEmpty()) {
            Rows.of(connection, entered)
                    .column("uuid", Move::segment)
                    .column("uuid", Move::customer)
                    .times(Move::time)
                    .update(ENTER);
        }
        if (!left.isEmpty()) {
            Rows.of(connection, left)
                    .column("uuid", Move::segment)
                    .column("uuid", Move::customer)
                    .update(LEAVE);
        }
    }
}
