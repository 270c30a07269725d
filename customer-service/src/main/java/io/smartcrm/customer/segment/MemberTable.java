package io.smartcrm.customer.segment;

import io.smartcrm.outbox.Outbox;
import io.smartcrm.outbox.OutboxEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is in which segment, within one transaction; whoever enters or leaves is told to the suite. */
final class MemberTable {
    private static final int EVENTS_AT_ONCE = 5_000;

    private final Connection connection;
    private final Outbox outbox;

    MemberTable(Connection connection, Outbox outbox) {
        this.connection = connection;
        this.outbox = outbox;
    }

    record Member(UUID customer, Instant enterTime) {}

    /**
     * Lets those enter and leave who have to.
     *
     * @param members selects the ids of all who belong to it
     * @param among whom to look at; nothing means all
     * @return how many members there are more
     */
    long settle(Segment segment, Sql members, Optional<Sql.Ids> among, Instant now) throws SQLException {
        UUID id = segment.id().value();
        Sql settle = Sql.of("with wanted as materialized (")
                .then(members)
                .then("), gone as (delete from segment_member m where m.segment_id = ?", id);
        if (among.isPresent()) {
            settle = settle.then(" and m.customer_id = any (?)", among.get());
        }
        return tell(
                segment,
                settle.then(" and not exists (select from wanted where wanted.id = m.customer_id)")
                        .then(" returning m.customer_id), come as (")
                        .then("insert into segment_member (segment_id, customer_id, enter_time)")
                        .then(" select ?, wanted.id, ? from wanted where not exists (", id, now)
                        .then("select from segment_member m where m.segment_id = ? and m.customer_id = wanted.id)", id)
                        .then(" returning customer_id) select customer_id, true as entered from come")
                        .then(" union all select customer_id, false from gone"),
                now);
    }

    /** Lets all leave. */
    void empty(Segment segment, Instant now) throws SQLException {
        tell(
                segment,
                Sql.of(
                        "delete from segment_member where segment_id = ? returning customer_id, false as entered",
                        segment.id().value()),
                now);
    }

    /** In the order of ids. */
    List<Member> page(SegmentId segment, Optional<UUID> after, int limit) throws SQLException {
        Sql select = Sql.of("select customer_id, enter_time from segment_member where segment_id = ?", segment.value());
        if (after.isPresent()) {
            select = select.then(" and customer_id > ?", after.get());
        }
        List<Member> members = new ArrayList<>();
        try (var statement = select.then(" order by customer_id limit ?", limit).prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                members.add(new Member(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, OffsetDateTime.class).toInstant()));
            }
        }
        return members;
    }

    boolean contains(SegmentId segment, UUID customer) throws SQLException {
        Sql select = Sql.of(
                "select from segment_member where segment_id = ? and customer_id = ?", segment.value(), customer);
        try (var statement = select.prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            return rows.next();
        }
    }

    /** @param change answers whom it changed, and whether the customer entered */
    private long tell(Segment segment, Sql change, Instant now) throws SQLException {
        long more = 0;
        List<OutboxEvent> events = new ArrayList<>();
        try (var statement = change.prepare(connection)) {
            statement.setFetchSize(EVENTS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    boolean entered = rows.getBoolean("entered");
                    UUID customer = rows.getObject("customer_id", UUID.class);
                    more += entered ? 1 : -1;
                    events.add(
                            entered
                                    ? SegmentEvents.entered(segment, customer, now)
                                    : SegmentEvents.left(segment, customer, now));
                    if (events.size() == EVENTS_AT_ONCE) {
                        outbox.append(connection, events);
                        events.clear();
                    }
                }
            }
        }
        outbox.append(connection, events);
        return more;
    }
}
