package io.smartcrm.recommend.training;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Model versions in the database. */
final class ModelTable {
    private static final String NEWEST_FIRST = """
        select id, name, train_time, cause, settings, revision, event_time, interactions, customers, items,
            duration_millis, bytes
        from model_version order by train_time desc, id desc\
        """;
    private static final String ARTEFACT = "select artefact from model_version where id = ?";
    private static final String ADD = """
        insert into model_version (id, name, train_time, cause, settings, revision, event_time, interactions,
            customers, items, duration_millis, bytes, artefact)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;
    private static final String PRUNE = """
        delete from model_version where id not in (
            select id from model_version order by train_time desc, id desc limit ?)
        or (revision < (select erasure_revision from feedback_progress) and id <> (
            select id from model_version order by train_time desc, id desc limit 1))\
        """;

    private static final String FORGET_NEWER = """
        delete from model_version using model_version as kept
        where kept.id = ? and (model_version.train_time, model_version.id) > (kept.train_time, kept.id)\
        """;

    private ModelTable() {}

    /** Forgets what was trained after a version and lets nothing be trained by itself until {@link #release}. */
    static void holdAt(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET_NEWER);
                PreparedStatement hold =
                        connection.prepareStatement("insert into model_hold default values on conflict do nothing")) {
            forget.setObject(1, id);
            forget.executeUpdate();
            hold.executeUpdate();
        }
    }

    static void release(Connection connection) throws SQLException {
        try (PreparedStatement release = connection.prepareStatement("delete from model_hold")) {
            release.executeUpdate();
        }
    }

    static boolean isHeld(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement("select from model_hold");
                ResultSet row = read.executeQuery()) {
            return row.next();
        }
    }

    /** All versions kept, newest first. */
    static List<ModelVersion> newestFirst(Connection connection) throws SQLException {
        List<ModelVersion> versions = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(NEWEST_FIRST);
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                versions.add(version(rows));
            }
        }
        return versions;
    }

    static Optional<byte[]> artefact(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(ARTEFACT)) {
            read.setObject(1, id);
            try (ResultSet rows = read.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getBytes(1)) : Optional.empty();
            }
        }
    }

    static void add(Connection connection, ModelVersion version, byte[] artefact) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setObject(1, version.id());
            add.setString(2, version.name());
            add.setObject(3, version.trainTime().atOffset(ZoneOffset.UTC));
            add.setString(4, version.cause().name());
            add.setString(5, version.settings());
            add.setLong(6, version.revision());
            add.setObject(
                    7,
                    version.eventTime()
                            .map(time -> time.atOffset(ZoneOffset.UTC))
                            .orElse(null));
            add.setLong(8, version.interactions());
            add.setLong(9, version.customers());
            add.setLong(10, version.items());
            add.setLong(11, version.duration().toMillis());
            add.setLong(12, version.bytes());
            add.setBytes(13, artefact);
            add.executeUpdate();
        }
    }

    /** Forgets all but the newest, and of these the ones that know somebody who was erased since. */
    static void prune(Connection connection, int kept) throws SQLException {
        try (PreparedStatement prune = connection.prepareStatement(PRUNE)) {
            prune.setInt(1, kept);
            prune.executeUpdate();
        }
    }

    private static ModelVersion version(ResultSet row) throws SQLException {
        return new ModelVersion(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                ModelVersion.Cause.valueOf(row.getString(4)),
                row.getString(5),
                row.getLong(6),
                Optional.ofNullable(row.getObject(7, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                Duration.ofMillis(row.getLong(11)),
                row.getLong(12));
    }
}
