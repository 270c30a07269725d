package io.smartcrm.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The PostgreSQL executables that Maven resolved for this machine, unpacked once a version. PostgreSQL refuses to run as
 * root, so root runs it inside a user namespace, where it is nobody.
 *
 * @param folder the folder that holds bin, lib and share
 */
record PostgresProgram(Path folder) {
    static final String VERSION = "18.6";
    static final String FORMAT = "postgresql-18";
    private static final String PART = "PostgreSQL";
    private static final Map<String, String> RUNS_IN_ENGLISH = Map.of("LC_ALL", "C", "TZ", "UTC");

    static PostgresProgram unpackedBelow(Path parent) {
        Path folder = parent.resolve("postgresql-" + VERSION);
        if (Files.isDirectory(folder)) {
            return new PostgresProgram(folder);
        }
        String resource = "/postgres-" + system() + ".txz";
        try (InputStream archive = PostgresProgram.class.getResourceAsStream(resource)) {
            if (archive == null) {
                throw new PartFailure(
                        PART, "there are no PostgreSQL executables for " + system() + " on the class path");
            }
            TarArchive.xz(archive).unpackTo(folder);
            return new PostgresProgram(folder);
        } catch (IOException e) {
            throw new PartFailure(PART, "cannot unpack the executables to " + folder + " (" + e.getMessage() + ")", e);
        }
    }

    List<String> command(String executable, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            requireUserNamespaces();
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(folder.resolve("bin").resolve(executable).toString());
        command.addAll(arguments);
        return command;
    }

    Map<String, String> environment() {
        return RUNS_IN_ENGLISH;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        if (name.startsWith("mac")) {
            return arm ? "darwin-arm_64" : "darwin-x86_64";
        }
        return arm ? "linux-arm_64" : "linux-x86_64";
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void requireUserNamespaces() {
        try {
            Process probe = new ProcessBuilder("unshare", "--user", "true").start();
            if (probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0) {
                return;
            }
        } catch (IOException noSuchCommand) {
            throw cannotRunAsRoot();
        } catch (InterruptedException e) {
            throw Interruption.of(e);
        }
        throw cannotRunAsRoot();
    }

    private static PartFailure cannotRunAsRoot() {
        return new PartFailure(
                PART, "refuses to run as root, and this machine has no user namespaces. Run as an ordinary user.");
    }
}
