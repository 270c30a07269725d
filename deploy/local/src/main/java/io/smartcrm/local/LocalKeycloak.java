package io.smartcrm.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Keycloak server with the suite's realm and a demo user for each role; it keeps everything in PostgreSQL. */
public final class LocalKeycloak implements RunningPart {
    public static final String PART = "Keycloak";
    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final String HEAP = "-Xms96m -Xmn32m -Xmx256m";
    private static final String FLAGS = "-XX:-UseG1GC -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:MetaspaceSize=160m"
            + " -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

    private final KeycloakSettings settings;
    private final Path home;
    private final PartProcess process;

    private LocalKeycloak(DataFolder folder, ServerFiles files, KeycloakSettings settings) {
        this.settings = requireNonNull(settings, "settings is null");
        Ports.requireFree(PART, settings.port());
        Ports.requireFree(PART, settings.managementPort());
        this.home = copy(folder, files);
        importRealm();
        this.process = PartProcess.start(
                PART,
                startCommand(),
                environment(),
                folder.root(),
                folder.log("keycloak"),
                PartProcess.StopSignal.TERM);
    }

    /**
     * Starts the server; the first time it also makes its tables and the realm, which takes about 20 seconds.
     *
     * @throws PartFailure if a port is taken, the folder is not usable or the realm does not answer in time
     */
    public static LocalKeycloak kept(DataFolder folder, ServerFiles files, KeycloakSettings settings) {
        LocalKeycloak keycloak = new LocalKeycloak(folder, files, settings);
        boolean ready = false;
        try {
            keycloak.process.awaitReady(keycloak::answers, DEADLINE);
            ready = true;
            return keycloak;
        } finally {
            if (!ready) {
                keycloak.close();
            }
        }
    }

    /**
     * Copies the built program once; nobody's data is in it, so a half-finished copy is thrown away. Another process that
     * shares the programs waits for the copy.
     */
    private static synchronized Path copy(DataFolder folder, ServerFiles files) {
        PartFolder program = new PartFolder(PART, folder.programs().resolve("keycloak"), files.keycloakVersion());
        try {
            Files.createDirectories(folder.programs());
            Path lockFile = folder.programs().resolve("keycloak.lock");
            try (FileChannel channel = FileChannel.open(lockFile, CREATE, WRITE)) {
                channel.lock();
                if (!program.isComplete()) {
                    program.delete();
                }
                program.prepare(target -> Folders.copy(files.keycloak(), target.resolve("home")));
            }
        } catch (IOException e) {
            throw new PartFailure(PART, "cannot be copied to " + folder.programs() + " (" + e.getMessage() + ")", e);
        }
        return program.path().resolve("home");
    }

    private void importRealm() {
        Path file = home.resolve("data/import/smartcrm-realm.json");
        try {
            LocalRealm.read().writeTo(file);
        } catch (IOException e) {
            throw new PartFailure(PART, "cannot write " + file + " (" + e.getMessage() + ")", e);
        }
    }

    private List<String> startCommand() {
        return List.of(
                home.resolve("bin/kc.sh").toString(),
                "start",
                "--optimized",
                "--import-realm",
                // Without it the cluster's transport listens on every address of the machine.
                "--cache=local",
                "--http-enabled=true",
                "--http-host=" + Ports.HOST,
                "--http-port=" + settings.port(),
                "--http-management-port=" + settings.managementPort(),
                "--hostname=" + settings.url(),
                "--db-url=" + settings.jdbcUrl(),
                "--db-username=" + settings.database().user(),
                "--db-pool-max-size=8");
    }

    private Map<String, String> environment() {
        return Map.of(
                "JAVA_HOME", JavaProgram.home().toString(),
                "JAVA_OPTS_KC_HEAP", HEAP,
                "JAVA_OPTS_APPEND", FLAGS,
                "KC_DB_PASSWORD", settings.database().password(),
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword(),
                "SMARTCRM_GATEWAY_SECRET", settings.gatewaySecret(),
                "SMARTCRM_PUBLIC_URL", settings.publicUrl());
    }

    private boolean answers() throws IOException {
        return HttpProbe.succeeds(issuer() + "/.well-known/openid-configuration");
    }

    /** The address of the realm, as tokens name it. */
    public String issuer() {
        return settings.url() + "/realms/smartcrm";
    }

    @Override
    public PartProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
