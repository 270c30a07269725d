package io.smartcrm.customer.journal;

import static java.util.stream.Collectors.joining;

import io.smartcrm.customer.journal.RecordChange.Undoing;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A table with id and version whose rows can be put back as they were; on one JDBC connection. */
public final class JournaledTable {
    private static final String COLUMNS = """
        select quote_ident(attname) from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped
            and attgenerated = '' and attname <> 'id'\
        """;

    private static final String LOCK = """
        select now.id, now.version, coalesce(restored.same_as, now.version)
        from %s now left join import_restored restored
            on restored.kind = ? and restored.record_id = now.id and restored.version = now.version
        where now.id = any (?) order by now.id for update of now\
        """;
    /** Who undid a later import may undo the earlier one as well: the record is as that one left it. */
    private static final String REMEMBER = """
        insert into import_restored (kind, record_id, version, same_as)
        select ?, told.id, told.version + 1, coalesce((select same_as from import_restored earlier
            where earlier.kind = ? and earlier.record_id = told.id and earlier.version = told.before), told.before)
        from unnest(?::uuid[], ?::bigint[], ?::bigint[]) as told (id, version, before)\
        """;

    private final Connection connection;
    private final String name;

    /** @param name of ours, never of a caller */
    public JournaledTable(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /** What there is to do about each change; the rows are locked, in one order. */
    public Map<Undoing, List<RecordChange>> lock(List<RecordChange> changes) throws SQLException {
        Map<UUID, Version> versions = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(LOCK.formatted(name))) {
            statement.setString(1, name);
            statement.setArray(2, ids(changes));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    versions.put(row.getObject(1, UUID.class), new Version(row.getLong(2), row.getLong(3)));
                }
            }
        }
        Map<Undoing, List<RecordChange>> sorted = new EnumMap<>(Undoing.class);
        for (RecordChange change : changes) {
            Version now = versions.get(change.id());
            Undoing undoing = change.undoing(now == null ? null : now.sameAs());
            sorted.computeIfAbsent(undoing, any -> new ArrayList<>())
                    .add(now == null ? change : change.at(now.number()));
        }
        return sorted;
    }

    /** @param sameAs the version that this one is a restoration of; itself when it is none */
    private record Version(long number, long sameAs) {}

    /** Puts rows back as they were, as a version of their own. */
    public void restore(List<RecordChange> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        String columns = columns();
        String restored = columns.lines().map(column -> "was." + column).collect(joining(", "));
        String sql = """
            update %1$s set (%2$s) = row (%3$s)
            from (select restored.* from unnest(?::jsonb[], ?::bigint[]) as told (content, last_version)
                cross join lateral jsonb_populate_record(null::%1$s, told.content
                    || jsonb_build_object('version', told.last_version + 1)
                    || case when jsonb_exists(told.content, 'update_time')
                        then jsonb_build_object('update_time', now()) else '{}' end) as restored) as was
            where %1$s.id = was.id\
            """.formatted(name, columns.lines().collect(joining(", ")), restored);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            changes.stream()
                                    .map(change -> change.before().orElseThrow())
                                    .toArray()));
            statement.setArray(2, versions(changes));
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            statement.setString(1, name);
            statement.setString(2, name);
            statement.setArray(3, ids(changes));
            statement.setArray(4, versions(changes));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "bigint",
                            changes.stream().map(RecordChange::versionBefore).toArray()));
            statement.executeUpdate();
        }
    }

    private Array versions(List<RecordChange> changes) throws SQLException {
        return connection.createArrayOf(
                "bigint", changes.stream().map(RecordChange::versionAfter).toArray());
    }

    /** Runs a statement whose only parameter are ids. */
    public int execute(String sql, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            return statement.executeUpdate();
        }
    }

    /** The ids that a query of ids answers. */
    public List<UUID> ids(String sql, Collection<UUID> ids) throws SQLException {
        List<UUID> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }

    public static List<UUID> idsOf(List<RecordChange> changes) {
        return changes.stream().map(RecordChange::id).toList();
    }

    private Array ids(List<RecordChange> changes) throws SQLException {
        return connection.createArrayOf("uuid", idsOf(changes).toArray());
    }

    /** One a line. */
    private String columns() throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
        }
        return String.join("\n", columns);
    }
}
