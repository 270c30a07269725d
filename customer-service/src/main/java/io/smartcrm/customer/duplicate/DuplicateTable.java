package io.smartcrm.customer.duplicate;

import io.smartcrm.customer.matching.Agreement;
import io.smartcrm.customer.matching.NameLevel;
import io.smartcrm.customer.matching.ValueLevel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pairs in the database, on one JDBC connection. */
final class DuplicateTable {
    /** What a person decided stays, and what is merged. */
    private static final String STORE = """
        insert into duplicate_pair (id, first_id, second_id, state, probability, weight, agreement, job_id, cluster_id,
            find_time)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (first_id, second_id) do update set
            state = excluded.state, probability = excluded.probability, weight = excluded.weight,
            agreement = excluded.agreement, job_id = excluded.job_id, cluster_id = excluded.cluster_id,
            find_time = excluded.find_time
        where duplicate_pair.state in ('OPEN', 'CERTAIN')
            or (duplicate_pair.state = 'MERGED' and not exists
                (select from customer_merge where id = duplicate_pair.merge_id and state = 'MERGED'))\
        """;
    /** What this search no longer finds is no longer asked. */
    private static final String FORGET_OLD =
            "delete from duplicate_pair where state in ('OPEN', 'CERTAIN') and job_id <> ?";

    private static final String REJECTED = "select first_id, second_id from duplicate_pair where state = 'REJECTED'";
    /** Whoever was merged and separated again by a person is two. */
    private static final String SEPARATED = """
        select least(winner_id, loser_id), greatest(winner_id, loser_id) from customer_merge undone
        where state = 'UNDONE' and not exists (select from customer_merge again where again.state = 'MERGED'
            and again.winner_id = undone.winner_id and again.loser_id = undone.loser_id)\
        """;

    private static final String CLUSTERS = """
        select cluster_id from duplicate_pair
        where job_id = ? and state = 'CERTAIN' and cluster_id > ? group by cluster_id order by cluster_id limit ?\
        """;
    private static final String COUNT_CLUSTERS = """
        select count(distinct cluster_id) from duplicate_pair where job_id = ? and state = 'CERTAIN'\
        """;
    private static final String MEMBERS = """
        select first_id from duplicate_pair where job_id = ? and state = 'CERTAIN' and cluster_id = ?
        union
        select second_id from duplicate_pair where job_id = ? and state = 'CERTAIN' and cluster_id = ?\
        """;
    private static final String DECIDE_CLUSTER = """
        update duplicate_pair set state = ?, decide_time = ?, decided_by = ?, merge_id = ?
        where job_id = ? and cluster_id = ? and state = 'CERTAIN'\
        """;
    private static final String FIND = "select * from duplicate_pair where id = ?";
    private static final String LOCK = FIND + " for update";
    private static final String LIST = """
        select * from duplicate_pair where state = ? and (-probability, id) > (?, ?)
        order by -probability, id limit ?\
        """;
    private static final String DECIDE = """
        update duplicate_pair set state = ?, decide_time = ?, decided_by = ?, merge_id = ? where id = ?\
        """;
    private static final String ATTRIBUTES = "select name from attribute_definition order by name";
    private static final String ERASE = "delete from duplicate_pair where first_id = ? or second_id = ?";

    private final Connection connection;

    DuplicateTable(Connection connection) {
        this.connection = connection;
    }

    /** Two customers. */
    record Ids(UUID first, UUID second) {}

    /** Stores pairs of a search, each with its cluster when it is certain. */
    void store(UUID job, List<Duplicate> pairs, List<Optional<UUID>> clusters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            for (int i = 0; i < pairs.size(); i++) {
                Duplicate pair = pairs.get(i);
                Agreement agreement = pair.agreement();
                statement.setObject(1, pair.id());
                statement.setObject(2, pair.first());
                statement.setObject(3, pair.second());
                statement.setString(4, pair.state().name());
                statement.setDouble(5, pair.probability());
                statement.setDouble(6, pair.weight());
                statement.setArray(7, connection.createArrayOf("text", new Object[] {
                    agreement.name().name(),
                    agreement.email().name(),
                    agreement.phone().name(),
                    agreement.country().name(),
                    agreement.trait().name()
                }));
                statement.setObject(8, job);
                statement.setObject(9, clusters.get(i).orElse(null));
                statement.setObject(10, time(pair.findTime()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void forgetOthers(UUID job) throws SQLException {
        update(FORGET_OLD, job);
    }

    /** Names of the attributes that customers can have. */
    List<String> attributes() throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ATTRIBUTES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Pairs of whom a person said that they are two. */
    List<Ids> apart() throws SQLException {
        List<Ids> apart = new ArrayList<>();
        for (String sql : List.of(REJECTED, SEPARATED)) {
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    apart.add(new Ids(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
                }
            }
        }
        return apart;
    }

    long countClusters(UUID job) throws SQLException {
        try (PreparedStatement statement = prepare(COUNT_CLUSTERS, job);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Those of a search that are still to be merged. */
    List<UUID> clusters(UUID job, UUID after, int limit) throws SQLException {
        return ids(CLUSTERS, job, after, limit);
    }

    List<UUID> members(UUID job, UUID cluster) throws SQLException {
        return ids(MEMBERS, job, cluster, job, cluster);
    }

    void decideCluster(UUID job, UUID cluster, DuplicateState state, String by, @Nullable UUID merge, Instant now)
            throws SQLException {
        update(DECIDE_CLUSTER, state.name(), time(now), by, merge, job, cluster);
    }

    Optional<Duplicate> find(UUID id) throws SQLException {
        return query(FIND, id).stream().findFirst();
    }

    Optional<Duplicate> lock(UUID id) throws SQLException {
        return query(LOCK, id).stream().findFirst();
    }

    /** The most probable first, after one of this probability and id. */
    List<Duplicate> list(DuplicateState state, double afterProbability, UUID afterId, int limit) throws SQLException {
        return query(LIST, state.name(), -afterProbability, afterId, limit);
    }

    void decide(UUID id, DuplicateState state, String by, @Nullable UUID merge, Instant now) throws SQLException {
        update(DECIDE, state.name(), time(now), by, merge, id);
    }

    long erase(UUID customer) throws SQLException {
        return update(ERASE, customer, customer);
    }

    private List<UUID> ids(String sql, Object... parameters) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private long update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private List<Duplicate> query(String sql, Object... parameters) throws SQLException {
        List<Duplicate> found = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(duplicate(rows));
            }
        }
        return found;
    }

    private static Duplicate duplicate(ResultSet row) throws SQLException {
        String[] levels = (String[]) row.getArray("agreement").getArray();
        return new Duplicate(
                row.getObject("id", UUID.class),
                row.getObject("first_id", UUID.class),
                row.getObject("second_id", UUID.class),
                DuplicateState.valueOf(row.getString("state")),
                row.getDouble("probability"),
                row.getDouble("weight"),
                new Agreement(
                        NameLevel.valueOf(levels[0]),
                        ValueLevel.valueOf(levels[1]),
                        ValueLevel.valueOf(levels[2]),
                        ValueLevel.valueOf(levels[3]),
                        ValueLevel.valueOf(levels[4])),
                row.getObject("find_time", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("decide_time", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("merge_id", UUID.class)));
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
