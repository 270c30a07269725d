package io.smartcrm.local;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A PostgreSQL server on the loopback address, with a database for each service. */
public final class LocalPostgres implements RunningPart {
    public static final String PART = "PostgreSQL";
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final DataFolder folder;
    private final PostgresAdmin admin;
    private final boolean temporary;
    private final PostgresProgram program;
    private final PartProcess process;

    private LocalPostgres(DataFolder folder, int port, String password, boolean temporary) {
        this.folder = requireNonNull(folder, "folder is null");
        this.admin = new PostgresAdmin(port, password);
        this.temporary = temporary;
        Ports.requireFree(PART, port);
        this.program = PostgresProgram.unpackedBelow(folder.programs());
        dataIn(folder).prepare(this::initialise);
        this.process = PartProcess.start(
                PART,
                program.command("postgres", arguments()),
                program.environment(),
                data(),
                folder.log("postgresql"),
                PartProcess.StopSignal.INT);
    }

    /** Starts a server on a free port whose data is thrown away at the end. */
    public static LocalPostgres temporary(String password) {
        return new LocalPostgres(DataFolder.temporary(), Ports.free(), password, true).ready();
    }

    /**
     * Starts a server whose data stays in the folder and survives a crash.
     *
     * @param password of the superuser {@code postgres}; given for good when the folder is new
     * @throws PartFailure if the port is taken, the folder is not usable or the server does not answer in time
     */
    public static LocalPostgres kept(DataFolder folder, int port, String password) {
        return new LocalPostgres(folder, port, password, false).ready();
    }

    private LocalPostgres ready() {
        boolean ready = false;
        try {
            process.awaitReady(this::answers, DEADLINE);
            ready = true;
            return this;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    private void initialise(Path target) throws IOException {
        Path passwordFile = Files.createTempFile("smartcrm", ".password");
        try {
            Files.writeString(passwordFile, admin.password() + "\n");
            List<String> arguments =
                    new ArrayList<>(List.of("-D", target.toString(), "-U", PostgresAdmin.USER, "-E", "UTF8"));
            arguments.addAll(List.of("-A", "scram-sha-256", "--pwfile", passwordFile.toString()));
            arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
            if (temporary) {
                arguments.add("--no-sync");
            }
            PartProcess.run(
                    PART,
                    program.command("initdb", arguments),
                    program.environment(),
                    target,
                    folder.log("postgresql-initdb"),
                    DEADLINE);
        } finally {
            Files.delete(passwordFile);
        }
    }

    private List<String> arguments() {
        TreeMap<String, String> settings = new TreeMap<>((temporary ? Durability.NONE : Durability.SAFE).settings());
        settings.put("listen_addresses", Ports.HOST);
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "200");
        settings.put("timezone", "UTC");
        settings.put("log_line_prefix", "%m [%p] %d ");
        List<String> arguments =
                new ArrayList<>(List.of("-D", data().toString(), "-p", Integer.toString(admin.port())));
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    private boolean answers() throws IOException {
        try {
            return admin.answers();
        } catch (SQLException notYet) {
            throw new IOException(notYet);
        }
    }

    public PostgresAdmin admin() {
        return admin;
    }

    @Override
    public PartProcess process() {
        return process;
    }

    /** @throws PartFailure if the data that the folder holds cannot be used */
    public static void requireUsable(DataFolder folder) {
        dataIn(folder).requireUsable();
    }

    private static PartFolder dataIn(DataFolder folder) {
        return new PartFolder(PART, folder.data("postgresql"), PostgresProgram.FORMAT);
    }

    private Path data() {
        return dataIn(folder).path();
    }

    /** Ends all connections, writes a checkpoint and stops; a temporary server forgets its data. */
    @Override
    public void close() {
        process.close();
        if (temporary) {
            folder.delete();
        }
    }
}
