package io.smartcrm.customer.importing;

import io.smartcrm.customer.recordfile.ColumnMapping;
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

/** Templates in the database, on one JDBC connection. */
final class TemplateTable {
    private static final String INSERT = """
        insert into import_template (entity, fields, columns, default_currency, credit_note_prefix, time_zone, encoding,
            delimiter, customer_namespace, update_time, version, create_time, name)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (name) do nothing\
        """;
    private static final String UPDATE = """
        update import_template set entity = ?, fields = ?, columns = ?, default_currency = ?, credit_note_prefix = ?,
            time_zone = ?, encoding = ?, delimiter = ?, customer_namespace = ?, update_time = ?, version = ?,
            create_time = ?
        where name = ?\
        """;

    private final Connection connection;

    TemplateTable(Connection connection) {
        this.connection = connection;
    }

    /** False when there is one of that name. */
    boolean insert(ImportTemplate template) throws SQLException {
        return write(INSERT, template);
    }

    void replace(ImportTemplate template) throws SQLException {
        write(UPDATE, template);
    }

    void delete(String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from import_template where name = ?")) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    Optional<ImportTemplate> find(String name) throws SQLException {
        return query("select * from import_template where name = ?", name, 0).stream()
                .findFirst();
    }

    Optional<ImportTemplate> lock(String name) throws SQLException {
        return query("select * from import_template where name = ? for update", name, 0).stream()
                .findFirst();
    }

    /** By name. */
    List<ImportTemplate> list(String after, int limit) throws SQLException {
        return query("select * from import_template where name > ? order by name limit ?", after, limit);
    }

    private List<ImportTemplate> query(String sql, String name, int limit) throws SQLException {
        List<ImportTemplate> templates = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            if (limit > 0) {
                statement.setInt(2, limit);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    templates.add(new ImportTemplate(
                            row.getString("name"),
                            ImportRows.mapping(row),
                            row.getObject("create_time", OffsetDateTime.class).toInstant(),
                            row.getObject("update_time", OffsetDateTime.class).toInstant(),
                            row.getLong("version")));
                }
            }
        }
        return templates;
    }

    private boolean write(String sql, ImportTemplate template) throws SQLException {
        ColumnMapping mapping = template.mapping();
        var fields = List.copyOf(mapping.columns().entrySet());
        Object[] labels = fields.stream().map(entry -> entry.getKey().label()).toArray();
        Object[] columns = fields.stream().map(Map.Entry::getValue).toArray();
        Object[] values = {
            ImportEntity.of(mapping.shape()).name(),
            connection.createArrayOf("text", labels),
            connection.createArrayOf("text", columns),
            mapping.defaultCurrency(),
            mapping.creditNotePrefix(),
            mapping.timeZone(),
            mapping.encoding(),
            mapping.delimiter(),
            mapping.customerNamespace(),
            time(template.updateTime()),
            template.version(),
            time(template.createTime()),
            template.name()
        };
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate() == 1;
        }
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
