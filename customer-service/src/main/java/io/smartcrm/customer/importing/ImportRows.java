package io.smartcrm.customer.importing;

import static java.util.stream.Collectors.toMap;

import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.customer.recordfile.FileField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** What rows of imports, and of templates for them, hold. */
final class ImportRows {
    private ImportRows() {}

    static Import job(ResultSet row) throws SQLException {
        return new Import(
                new ImportId(row.getObject("id", UUID.class)),
                row.getString("file_name"),
                ImportState.valueOf(row.getString("state")),
                mapping(row),
                row.getBoolean("dry_run"),
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
                        row.getLong("lines"),
                        row.getLong("cases"),
                        row.getLong("consents"),
                        row.getLong("interactions")),
                new Import.Reverted(row.getLong("reverted_records"), row.getLong("kept_records")),
                row.getObject("create_time", OffsetDateTime.class).toInstant(),
                instant(row, "start_time"),
                instant(row, "end_time"),
                row.getString("failure"),
                row.getString("found_encoding"),
                row.getString("found_delimiter"),
                row.getBoolean("cancel_requested"));
    }

    static ColumnMapping mapping(ResultSet row) throws SQLException {
        String[] fields = (String[]) row.getArray("fields").getArray();
        String[] columns = (String[]) row.getArray("columns").getArray();
        var shape = ImportEntity.valueOf(row.getString("entity")).shape();
        Map<FileField, String> mapped = ColumnMapping.columnsByLabel(
                shape, IntStream.range(0, fields.length).boxed().collect(toMap(i -> fields[i], i -> columns[i])));
        return new ColumnMapping(
                shape,
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
}
