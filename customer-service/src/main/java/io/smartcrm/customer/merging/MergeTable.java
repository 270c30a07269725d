package io.smartcrm.customer.merging;

import io.smartcrm.customer.listing.TimePosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Merges in the database, on one JDBC connection. */
final class MergeTable {
    private static final String INSERT = """
        insert into customer_merge (id, winner_id, loser_id, state, taken_fields, winner_before, merge_time, principal,
            request_id, request_hash)
        values (?, ?, ?, 'MERGED', ?, ?, ?, ?, ?, ?)\
        """;
    private static final String MOVE = "insert into customer_merge_move (merge_id, holding, keys) values (?, ?, ?)";
    private static final String MOVES = "select holding, keys from customer_merge_move where merge_id = ?";
    private static final String UNDO = "update customer_merge set state = 'UNDONE', undo_time = ? where id = ?";
    private static final String SELECT = """
        select id, winner_id, loser_id, taken_fields, merge_time, undo_time, request_hash, winner_before,
            array(select holding from customer_merge_move where merge_id = merge.id order by holding) as holdings,
            array(select cardinality(keys) from customer_merge_move where merge_id = merge.id order by holding) as sizes
        from customer_merge merge\
        """;
    private static final String FIND = SELECT + " where id = ?";
    private static final String LOCK = FIND + " for update";
    private static final String ASKED = SELECT + " where principal = ? and request_id = ?";
    private static final String LIST =
            SELECT + " where (merge_time, id) < (?, ?) order by merge_time desc, id desc limit ?";
    /** Each half reads its own index. */
    private static final String OF_CUSTOMER = """
        select * from (
            (%1$s where winner_id = ? and (merge_time, id) < (?, ?) order by merge_time desc, id desc limit ?)
            union all
            (%1$s where loser_id = ? and (merge_time, id) < (?, ?) order by merge_time desc, id desc limit ?)
        ) as both_sides order by merge_time desc, id desc limit ?\
        """.formatted(SELECT);

    private static final String FORGET_MOVES = """
        delete from customer_merge_move where merge_id in
            (select id from customer_merge where winner_id = ? or loser_id = ?)\
        """;
    private static final String FORGET = "delete from customer_merge where winner_id = ? or loser_id = ?";
    private static final TimePosition NEWEST =
            new TimePosition(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final Connection connection;

    MergeTable(Connection connection) {
        this.connection = connection;
    }

    /** Who asked for a merge, and what exactly. */
    record Request(String principal, String requestId, String hash) {}

    /** A merge with what only its undoing needs. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    record Stored(Merge merge, String requestHash, byte[] winnerBefore) {}

    void insert(Merge merge, byte[] winnerBefore, Request request, Map<String, List<String>> moves)
            throws SQLException {
        try (PreparedStatement statement = prepare(
                INSERT,
                merge.id(),
                merge.winner(),
                merge.loser(),
                connection.createArrayOf("text", merge.takenFields().toArray()),
                winnerBefore,
                time(merge.mergeTime()),
                request.principal(),
                request.requestId(),
                request.hash())) {
            statement.executeUpdate();
        }
        for (var move : moves.entrySet()) {
            try (PreparedStatement statement = prepare(
                    MOVE,
                    merge.id(),
                    move.getKey(),
                    connection.createArrayOf("text", move.getValue().toArray()))) {
                statement.executeUpdate();
            }
        }
    }

    Map<String, List<String>> moves(UUID merge) throws SQLException {
        Map<String, List<String>> moves = new HashMap<>();
        try (PreparedStatement statement = prepare(MOVES, merge);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                moves.put(rows.getString(1), List.of((String[]) rows.getArray(2).getArray()));
            }
        }
        return moves;
    }

    Optional<Stored> asked(String principal, String requestId) throws SQLException {
        return requestId.isEmpty()
                ? Optional.empty()
                : query(ASKED, principal, requestId).stream().findFirst();
    }

    Optional<Merge> find(UUID id) throws SQLException {
        return query(FIND, id).stream().findFirst().map(Stored::merge);
    }

    Optional<Stored> lock(UUID id) throws SQLException {
        return query(LOCK, id).stream().findFirst();
    }

    void undo(UUID id, Instant now) throws SQLException {
        try (PreparedStatement statement = prepare(UNDO, time(now), id)) {
            statement.executeUpdate();
        }
    }

    /** Newest first; of one customer or of all. */
    List<Merge> list(Optional<UUID> customer, Optional<TimePosition> after, int limit) throws SQLException {
        TimePosition last = after.orElse(NEWEST);
        OffsetDateTime time = time(last.time());
        List<Stored> found = customer.isEmpty()
                ? query(LIST, time, last.id(), limit)
                : query(
                        OF_CUSTOMER,
                        customer.get(),
                        time,
                        last.id(),
                        limit,
                        customer.get(),
                        time,
                        last.id(),
                        limit,
                        limit);
        return found.stream().map(Stored::merge).toList();
    }

    long forget(UUID customer) throws SQLException {
        try (PreparedStatement moves = prepare(FORGET_MOVES, customer, customer);
                PreparedStatement merges = prepare(FORGET, customer, customer)) {
            moves.executeUpdate();
            return merges.executeUpdate();
        }
    }

    private List<Stored> query(String sql, Object... parameters) throws SQLException {
        List<Stored> found = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Stored(merge(rows), rows.getString("request_hash"), rows.getBytes("winner_before")));
            }
        }
        return found;
    }

    private static Merge merge(ResultSet row) throws SQLException {
        String[] holdings = (String[]) row.getArray("holdings").getArray();
        Integer[] sizes = (Integer[]) row.getArray("sizes").getArray();
        Map<String, Long> moved = new HashMap<>();
        for (int i = 0; i < holdings.length; i++) {
            moved.put(holdings[i], sizes[i].longValue());
        }
        return new Merge(
                row.getObject("id", UUID.class),
                row.getObject("winner_id", UUID.class),
                row.getObject("loser_id", UUID.class),
                List.of((String[]) row.getArray("taken_fields").getArray()),
                moved,
                row.getObject("merge_time", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("undo_time", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
