package io.smartcrm.customer.importing;

import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Keeps mappings under names. Blocks: for worker threads. */
@ApplicationScoped
class Templates {
    private final Database database;
    private final Clock clock = Clock.systemUTC();

    Templates(Database database) {
        this.database = database;
    }

    ImportTemplate create(Connection connection, String name, ColumnMapping mapping) throws SQLException {
        var template = new ImportTemplate(name, mapping, now(), now(), 1);
        if (!new TemplateTable(connection).insert(template)) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "IMPORT_TEMPLATE_EXISTS",
                    "there is a template '" + name + "' already; change that one or choose another name");
        }
        return template;
    }

    ImportTemplate get(String name) {
        return database.transaction(connection -> found(name, new TemplateTable(connection).find(name)));
    }

    /** By name, one more than the size when there is a next page. */
    List<ImportTemplate> list(String after, int size) {
        return database.transaction(connection -> new TemplateTable(connection).list(after, size + 1));
    }

    ImportTemplate replace(String name, String etag, ColumnMapping mapping) {
        return database.transaction(connection -> {
            var table = new TemplateTable(connection);
            ImportTemplate current = found(name, table.lock(name));
            current.require(etag);
            var replaced = new ImportTemplate(name, mapping, current.createTime(), now(), current.version() + 1);
            table.replace(replaced);
            return replaced;
        });
    }

    void delete(String name, String etag) {
        database.transaction(connection -> {
            var table = new TemplateTable(connection);
            found(name, table.lock(name)).require(etag);
            table.delete(name);
            return name;
        });
    }

    private static ImportTemplate found(String name, Optional<ImportTemplate> template) {
        return template.orElseThrow(() -> Failure.notFound("import template", name));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
