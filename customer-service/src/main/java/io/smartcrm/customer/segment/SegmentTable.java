package io.smartcrm.customer.segment;

import io.smartcrm.customer.listing.TimePosition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Segments in the database, on one connection. */
final class SegmentTable {
    private static final String SELECT = "select * from segment where state <> 'DELETED'";
    private static final String INSERT = """
        insert into segment (id, name, description, kind, definition, definition_version, state, create_time,
            update_time, version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
        """;
    private static final String NAMED = " and lower(name) = lower(?) and id <> ?";
    private static final String UPDATE = """
        update segment set name = ?, description = ?, definition = ?, definition_version = ?, state = ?, failure = ?,
            update_time = ?, version = ? where id = ?\
        """;
    private static final String OF_CUSTOMER =
            " and id in (select segment_id from segment_member where customer_id = ?) order by lower(name) limit 1000";

    private final Connection connection;

    SegmentTable(Connection connection) {
        this.connection = connection;
    }

    /** False when there is one of this name. */
    boolean insert(Segment segment) throws SQLException {
        return execute(Sql.of(
                        INSERT,
                        segment.id().value(),
                        segment.texts().name(),
                        segment.texts().description(),
                        segment.kind().name(),
                        segment.definition(),
                        segment.definitionVersion(),
                        segment.state().name(),
                        segment.createTime(),
                        segment.updateTime(),
                        segment.version()))
                == 1;
    }

    boolean nameTaken(Segment segment) throws SQLException {
        return !query(Sql.of(
                        SELECT + NAMED, segment.texts().name(), segment.id().value()))
                .isEmpty();
    }

    void update(Segment segment) throws SQLException {
        execute(Sql.of(
                UPDATE,
                segment.texts().name(),
                segment.texts().description(),
                segment.definition(),
                segment.definitionVersion(),
                segment.state().name(),
                segment.failure(),
                segment.updateTime(),
                segment.version(),
                segment.id().value()));
    }

    Optional<Segment> find(SegmentId id) throws SQLException {
        return query(Sql.of(SELECT + " and id = ?", id.value())).stream().findFirst();
    }

    /** Others who want to change it wait. */
    Optional<Segment> lock(SegmentId id) throws SQLException {
        return query(Sql.of(SELECT + " and id = ? for update", id.value())).stream()
                .findFirst();
    }

    /** Newest first. */
    List<Segment> list(Optional<TimePosition> after, int limit) throws SQLException {
        Sql select = Sql.of(SELECT);
        if (after.isPresent()) {
            select = select.then(
                    " and (create_time, id) < (?, ?)",
                    after.get().time(),
                    after.get().id());
        }
        return query(select.then(" order by create_time desc, id desc limit ?", limit));
    }

    /** By name. */
    List<Segment> ofCustomer(UUID customer) throws SQLException {
        return query(Sql.of(SELECT + OF_CUSTOMER, customer));
    }

    /** Live ones whose members are known. */
    List<Segment> following() throws SQLException {
        return query(Sql.of(SELECT + " and kind = 'LIVE' and state = 'READY' order by id"));
    }

    /** The one that waits longest. */
    Optional<Segment> waiting() throws SQLException {
        return query(Sql.of(SELECT + " and state = 'WAITING' order by update_time, id limit 1 for update")).stream()
                .findFirst();
    }

    /** One whose members have not left yet. */
    Optional<Segment> deleted() throws SQLException {
        return query(Sql.of("select * from segment where state = 'DELETED' limit 1")).stream()
                .findFirst();
    }

    void await(SegmentId id) throws SQLException {
        execute(Sql.of("update segment set state = 'WAITING', failure = '' where id = ?", id.value()));
    }

    void markDeleted(SegmentId id) throws SQLException {
        execute(Sql.of("update segment set state = 'DELETED' where id = ?", id.value()));
    }

    void delete(SegmentId id) throws SQLException {
        execute(Sql.of("delete from segment where id = ?", id.value()));
    }

    void evaluated(SegmentId id, Instant now) throws SQLException {
        execute(Sql.of("""
                update segment set state = 'READY', failure = '', stale = false, evaluate_time = ?, follow_time = ?,
                    member_count = (select count(*) from segment_member where segment_id = segment.id)
                where id = ?\
                """, now, now, id.value()));
    }

    void failed(SegmentId id, String failure) throws SQLException {
        execute(Sql.of("update segment set state = 'FAILED', failure = ? where id = ?", failure, id.value()));
    }

    void countMembers(SegmentId id, long more) throws SQLException {
        execute(Sql.of("update segment set member_count = member_count + ? where id = ?", more, id.value()));
    }

    void followed(SegmentId id, Instant now) throws SQLException {
        execute(Sql.of("update segment set follow_time = ? where id = ?", now, id.value()));
    }

    void markStale(List<UUID> ids) throws SQLException {
        execute(Sql.of("update segment set stale = true where id = any (?) and not stale", new Sql.Ids(ids)));
    }

    /** Has those wait that were marked stale and not evaluated since then. */
    int awaitStale(Instant evaluatedBefore) throws SQLException {
        return execute(Sql.of(
                "update segment set state = 'WAITING' where stale and state = 'READY' and evaluate_time < ?",
                evaluatedBefore));
    }

    private int execute(Sql sql) throws SQLException {
        try (var statement = sql.prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    private List<Segment> query(Sql sql) throws SQLException {
        List<Segment> segments = new ArrayList<>();
        try (var statement = sql.prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                segments.add(segment(rows));
            }
        }
        return segments;
    }

    private static Segment segment(ResultSet row) throws SQLException {
        return new Segment(
                new SegmentId(row.getObject("id", UUID.class)),
                new Segment.Texts(row.getString("name"), row.getString("description")),
                SegmentKind.valueOf(row.getString("kind")),
                row.getString("definition"),
                row.getLong("definition_version"),
                SegmentState.valueOf(row.getString("state")),
                row.getString("failure"),
                row.getLong("member_count"),
                time(row, "evaluate_time"),
                time(row, "follow_time"),
                row.getObject("create_time", OffsetDateTime.class).toInstant(),
                row.getObject("update_time", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
