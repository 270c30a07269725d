package io.smartcrm.customer.exporting;

import io.smartcrm.customer.listing.ExportableList;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.vault.Vault;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes wishes for files, and tells how they go; everybody sees the own alone. Blocks: for worker threads. */
@ApplicationScoped
class Exports {
    private final Database database;
    private final ExportFolder folder;
    private final ExportWorkers workers;
    private final ExportRun run;
    private final ExportConfig config;
    private final Vault vault;
    private final Clock clock = Clock.systemUTC();

    Exports(
            Database database,
            ExportFolder folder,
            ExportWorkers workers,
            ExportRun run,
            ExportConfig config,
            Vault vault) {
        this.database = database;
        this.folder = folder;
        this.workers = workers;
        this.run = run;
        this.config = config;
        this.vault = vault;
    }

    /**
     * @param roles of who asks
     * @param teams whose customers that one may see; empty when all
     */
    record Wish(
            String principal,
            String requestId,
            Set<String> roles,
            Optional<List<String>> teams,
            String list,
            Export.Format format,
            boolean gzip,
            String filter) {
        Wish {
            roles = Set.copyOf(roles);
            teams = teams.map(List::copyOf);
        }
    }

    Export create(Connection connection, Wish wish) throws SQLException {
        ExportableList list = run.list(wish.list());
        if (wish.roles().stream().noneMatch(list.roles()::contains)) {
            throw new Failure(
                    Failure.Kind.DENIED,
                    "ROLE_REQUIRED",
                    "only these roles may export " + list.name() + ": " + list.roles());
        }
        list.check(wish.filter());
        var table = new ExportTable(connection, vault);
        if (table.countOpen(wish.principal()) >= config.openPerPrincipal()) {
            throw new Failure(
                    Failure.Kind.BUSY,
                    "TOO_MANY_EXPORTS",
                    "you have " + config.openPerPrincipal() + " exports waiting or running; await or cancel one");
        }
        var job = new Export(
                TimeOrderedId.next(),
                wish.list(),
                wish.format(),
                wish.gzip(),
                wish.filter(),
                wish.teams(),
                wish.principal(),
                Export.State.WAITING,
                0,
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
        table.insert(job);
        return job;
    }

    /** As it is once the wish for it is committed. */
    Export created(String principal, String id) {
        workers.call();
        return get(principal, id);
    }

    Export get(String principal, String id) {
        UUID known = parse(id);
        return database.transaction(connection -> new ExportTable(connection, vault).find(known, principal))
                .orElseThrow(() -> Failure.notFound("export", id));
    }

    /** Newest first, one more than the size when there is a next page. */
    List<Export> list(String principal, Optional<TimePosition> after, int size) {
        return database.transaction(connection -> new ExportTable(connection, vault).list(principal, after, size + 1));
    }

    /** Stops it, or deletes its file. Twice is once. */
    void cancel(Connection connection, String principal, String id) throws SQLException {
        UUID known = parse(id);
        var table = new ExportTable(connection, vault);
        if (table.find(known, principal).isEmpty()) {
            throw Failure.notFound("export", id);
        }
        table.cancel(known, clock.instant());
    }

    /** As it is once its cancellation is committed; one that still runs deletes its file itself. */
    Export cancelled(String principal, String id) {
        Export job = get(principal, id);
        if (job.startTime().isEmpty() || job.state() == Export.State.EXPIRED) {
            folder.delete(job.id());
        }
        return job;
    }

    /**
     * The file of a finished export.
     *
     * @throws Failure UNPROCESSABLE when there is none
     */
    Path file(String principal, String id) {
        Export job = get(principal, id);
        if (job.state() != Export.State.SUCCEEDED) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "EXPORT_NOT_READY",
                    "export '" + id + "' is " + job.state()
                            + (job.state().ended() ? ": there is no file any more" : "; wait for its end"));
        }
        return folder.file(job.id());
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound("export", id);
        }
    }
}
