package io.smartcrm.customer.importing;

import static java.util.stream.Collectors.toMap;

import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.orderfile.ColumnMapping;
import io.smartcrm.customer.orderfile.OrderField;
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
import java.util.UUID;
import java.util.stream.IntStream;

/** Imports in the database, on one JDBC connection. */
final class ImportTable {
    private static final String INSERT = """
        insert into import_job (id, file_name, state, fields, columns, default_currency, credit_note_prefix,
            time_zone, encoding, delimiter, customer_namespace, total_bytes, create_time, principal, request_id,
            request_hash)
        values (?, ?, 'WAITING', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (principal, request_id) where request_id <> '' do nothing\
        """;
    private static final String FIND = "select * from import_job where id = ?";
    private static final String FIND_REQUEST =
            "select *, request_hash = ? as same_request from import_job where principal = ? and request_id = ?";
    private static final String LIST = "select * from import_job order by create_time desc, id desc limit ?";
    private static final String LIST_AFTER = """
        select * from import_job where (create_time, id) < (?, ?) order by create_time desc, id desc limit ?\
        """;
    private static final String OPEN =
            "select * from import_job where state in ('WAITING', 'RUNNING') order by create_time, id limit ?";
    private static final String START = """
        update import_job set state = 'RUNNING', start_time = coalesce(start_time, ?)
        where id = ? and state in ('WAITING', 'RUNNING') returning *\
        """;
    private static final String RECOGNISED =
            "update import_job set found_encoding = ?, found_delimiter = ? where id = ?";
    private static final String ADVANCE = """
        update import_job set read_bytes = ?, read_rows = ?, accepted_rows = accepted_rows + ?,
            rejected_rows = rejected_rows + ?, customers = customers + ?, products = products + ?,
            sales = sales + ?, refunds = refunds + ?, adjustments = adjustments + ?, lines = lines + ?
        where id = ? returning *\
        """;
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
                request.hash())) {
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
            return new Answered(job(row), row.getBoolean("same_request"));
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

    /** The job as it now runs; empty when it ended meanwhile. */
    Optional<Import> start(ImportId id, Instant now) throws SQLException {
        return query(START, time(now), id.value()).stream().findFirst();
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
                        id.value())
                .get(0);
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
                jobs.add(job(rows));
            }
        }
        return jobs;
    }

    private static Import job(ResultSet row) throws SQLException {
        return new Import(
                new ImportId(row.getObject("id", UUID.class)),
                row.getString("file_name"),
                ImportState.valueOf(row.getString("state")),
                mapping(row),
                row.getLong("total_bytes"),
                new Import.Progress(
                        row.getLong("read_bytes"),
                        row.getLong("read_rows"),
                        row.getLong("accepted_rows"),
                        row.getLong("rejected_rows")),
                new Import.Result(
                        row.getLong("customers"),
                        row.getLong("products"),
                        row.getLong("sales"),
                        row.getLong("refunds"),
                        row.getLong("adjustments"),
                        row.getLong("lines")),
                row.getObject("create_time", OffsetDateTime.class).toInstant(),
                instant(row, "start_time"),
                instant(row, "end_time"),
                row.getString("failure"),
                row.getString("found_encoding"),
                row.getString("found_delimiter"),
                row.getBoolean("cancel_requested"));
    }

    private static ColumnMapping mapping(ResultSet row) throws SQLException {
        String[] fields = (String[]) row.getArray("fields").getArray();
        String[] columns = (String[]) row.getArray("columns").getArray();
        Map<OrderField, String> mapped = ColumnMapping.columnsByLabel(
                IntStream.range(0, fields.length).boxed().collect(toMap(i -> fields[i], i -> columns[i])));
        return new ColumnMapping(
                mapped,
                row.getString("default_currency"),
                row.getString("credit_note_prefix"),
                row.getString("time_zone"),
                row.getString("encoding"),
                row.getString("delimiter"),
                row.getString("customer_namespace"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
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
