package io.smartcrm.customer.importing;

import io.smartcrm.customer.listing.TimePosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports in the database, on one JDBC connection. */
final class ImportTable {
    private static final String INSERT = """
        insert into import_job (id, file_name, state, fields, columns, default_currency, credit_note_prefix,
            time_zone, encoding, delimiter, customer_namespace, total_bytes, create_time, principal, request_id,
            request_hash, entity, dry_run)
        values (?, ?, 'WAITING', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (principal, request_id) where request_id <> '' do nothing\
        """;
    private static final String FIND = "select * from import_job where id = ?";
    private static final String FIND_REQUEST =
            "select *, request_hash = ? as same_request from import_job where principal = ? and request_id = ?";
    private static final String LIST = "select * from import_job order by create_time desc, id desc limit ?";
    private static final String LIST_AFTER = """
        select * from import_job where (create_time, id) < (?, ?) order by create_time desc, id desc limit ?\
        """;
    private static final String OPEN = "select * from import_job where state in ('WAITING', 'RUNNING', 'REVERTING')"
            + " order by coalesce(turn_time, create_time), id limit ?";
    private static final String START = """
        update import_job set turn_time = ?, start_time = coalesce(start_time, ?),
            state = case state when 'WAITING' then 'RUNNING' else state end
        where id = ? and state in ('WAITING', 'RUNNING', 'REVERTING') returning *\
        """;
    private static final String RECOGNISED =
            "update import_job set found_encoding = ?, found_delimiter = ? where id = ?";
    private static final String ADVANCE = """
        update import_job set read_bytes = ?, read_rows = ?, accepted_rows = accepted_rows + ?,
            rejected_rows = rejected_rows + ?, customers = customers + ?, products = products + ?,
            sales = sales + ?, refunds = refunds + ?, adjustments = adjustments + ?, lines = lines + ?,
            cases = cases + ?, consents = consents + ?, interactions = interactions + ?
        where id = ? returning *\
        """;
    private static final String COUNT =
            "update import_job set customers = customers + ?, products = products + ? where id = ?";
    private static final String END = """
        update import_job set state = ?, end_time = ?, failure = ?,
            read_bytes = case when ? then total_bytes else read_bytes end
        where id = ? and state in ('WAITING', 'RUNNING')\
        """;
    private static final String CANCEL = """
        update import_job set cancel_requested = true,
            state = case state when 'WAITING' then 'CANCELLED' else state end,
            end_time = case state when 'WAITING' then ? else end_time end
        where id = ? and state in ('WAITING', 'RUNNING')\
        """;

    /** A dry run that was interrupted begins again: what it counted went with its session. */
    private static final String RESTART = """
        update import_job set read_bytes = 0, read_rows = 0, accepted_rows = 0, rejected_rows = 0, customers = 0,
            products = 0, sales = 0, refunds = 0, adjustments = 0, lines = 0, cases = 0, consents = 0,
            interactions = 0
        where id = ? returning *\
        """;

    private static final String REVERT = """
        update import_job set state = 'REVERTING', failure = '', turn_time = ?, end_time = null
        where id = ? and not dry_run and state in ('SUCCEEDED', 'FAILED', 'CANCELLED')\
        """;
    private static final String WAITING =
            "select count(*) from import_job where state in ('WAITING', 'RUNNING', 'REVERTING')";
    private static final String REVERTED = """
        update import_job set reverted_records = reverted_records + ?, kept_records = kept_records + ?
        where id = ?\
        """;
    private static final String END_REVERT =
            "update import_job set state = 'REVERTED', end_time = ? where id = ? and state = 'REVERTING'";

    private final Connection connection;

    ImportTable(Connection connection) {
        this.connection = connection;
    }

    /** A command that asks for an import. */
    record Request(String principal, String requestId, String hash) {}

    /** An import that a request asked for, and whether it asked for the same. */
    record Answered(Import job, boolean same) {}

    /** False when the request asked before. */
    boolean insert(Import job, Request request) throws SQLException {
        var fields = List.copyOf(job.mapping().columns().entrySet());
        Object[] labels = fields.stream().map(entry -> entry.getKey().label()).toArray();
        Object[] columns = fields.stream().map(Map.Entry::getValue).toArray();
        try (PreparedStatement statement = prepare(
                INSERT,
                job.id().value(),
                job.fileName(),
                connection.createArrayOf("text", labels),
                connection.createArrayOf("text", columns),
                job.mapping().defaultCurrency(),
                job.mapping().creditNotePrefix(),
                job.mapping().timeZone(),
                job.mapping().encoding(),
                job.mapping().delimiter(),
                job.mapping().customerNamespace(),
                job.totalBytes(),
                time(job.createTime()),
                request.principal(),
                request.requestId(),
                request.hash(),
                job.entity().name(),
                job.dryRun())) {
            return statement.executeUpdate() == 1;
        }
    }

    Optional<Import> find(ImportId id) throws SQLException {
        return query(FIND, id.value()).stream().findFirst();
    }

    Answered answered(Request request) throws SQLException {
        try (PreparedStatement statement =
                        prepare(FIND_REQUEST, request.hash(), request.principal(), request.requestId());
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("an import that was asked for before is gone");
            }
            return new Answered(ImportRows.job(row), row.getBoolean("same_request"));
        }
    }

    /** Newest first. */
    List<Import> list(Optional<TimePosition> after, int limit) throws SQLException {
        return after.isPresent()
                ? query(LIST_AFTER, time(after.get().time()), after.get().id(), limit)
                : query(LIST, limit);
    }

    /** Those that wait or run, oldest first. */
    List<Import> open(int limit) throws SQLException {
        return query(OPEN, limit);
    }

    /** How many wait, run or are being taken back. */
    int openCount() throws SQLException {
        try (PreparedStatement statement = prepare(WAITING);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The job as it now runs; empty when it ended meanwhile. */
    Optional<Import> start(ImportId id, Instant now) throws SQLException {
        return query(START, time(now), time(now), id.value()).stream().findFirst();
    }

    void recognised(ImportId id, String encoding, String delimiter) throws SQLException {
        try (PreparedStatement statement = prepare(RECOGNISED, encoding, delimiter, id.value())) {
            statement.executeUpdate();
        }
    }

    /** @param step how many were accepted and rejected; the bytes and rows read are those of the whole file so far */
    Import advance(ImportId id, Import.Progress step, Import.Result changes) throws SQLException {
        return query(
                        ADVANCE,
                        step.readBytes(),
                        step.readRows(),
                        step.acceptedRows(),
                        step.rejectedRows(),
                        changes.customers(),
                        changes.products(),
                        changes.sales(),
                        changes.refunds(),
                        changes.adjustments(),
                        changes.lines(),
                        changes.cases(),
                        changes.consents(),
                        changes.interactions(),
                        id.value())
                .get(0);
    }

    /** Counts customers and products that were stored ahead of a batch. */
    void count(ImportId id, Import.Result changes) throws SQLException {
        if (!changes.equals(Import.Result.NONE)) {
            try (PreparedStatement statement = prepare(COUNT, changes.customers(), changes.products(), id.value())) {
                statement.executeUpdate();
            }
        }
    }

    /** The job as it was before its first row. */
    Import restart(ImportId id) throws SQLException {
        return query(RESTART, id.value()).get(0);
    }

    /** Has an ended import taken back; false when it is in another state. */
    boolean revert(ImportId id, Instant now) throws SQLException {
        try (PreparedStatement statement = prepare(REVERT, time(now), id.value())) {
            return statement.executeUpdate() == 1;
        }
    }

    void reverted(ImportId id, Import.Reverted step) throws SQLException {
        try (PreparedStatement statement = prepare(REVERTED, step.records(), step.kept(), id.value())) {
            statement.executeUpdate();
        }
    }

    void endRevert(ImportId id, Instant now) throws SQLException {
        try (PreparedStatement statement = prepare(END_REVERT, time(now), id.value())) {
            statement.executeUpdate();
        }
    }

    void end(ImportId id, ImportState state, String failure, Instant now) throws SQLException {
        boolean all = state == ImportState.SUCCEEDED;
        try (PreparedStatement statement = prepare(END, state.name(), time(now), failure, all, id.value())) {
            statement.executeUpdate();
        }
    }

    void cancel(ImportId id, Instant now) throws SQLException {
        try (PreparedStatement statement = prepare(CANCEL, time(now), id.value())) {
            statement.executeUpdate();
        }
    }

    private List<Import> query(String sql, Object... parameters) throws SQLException {
        List<Import> jobs = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                jobs.add(ImportRows.job(rows));
            }
        }
        return jobs;
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
