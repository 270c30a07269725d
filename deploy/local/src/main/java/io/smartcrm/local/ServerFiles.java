package io.smartcrm.local;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The servers as Maven laid them out.
 *
 * @param kafka a folder with all jars of the Kafka broker
 * @param keycloak Keycloak, built for PostgreSQL, in a folder named after its version
 */
public record ServerFiles(Path kafka, Path keycloak) {
    private static final String LANDMARK = "bin/kc.sh";

    public ServerFiles {
        requireNonNull(kafka, "kafka is null");
        requireNonNull(keycloak, "keycloak is null");
    }

    /** What {@code mvn package} of deploy/local/servers left in a checkout. */
    public static ServerFiles of(Path checkout) {
        Path target = checkout.resolve("deploy/local/servers/target");
        return new ServerFiles(target.resolve("kafka"), keycloakIn(target));
    }

    private static Path keycloakIn(Path target) {
        if (!Files.isDirectory(target.resolve("kafka"))) {
            throw missing(target);
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> Files.exists(file.resolve(LANDMARK)))
                    .findFirst()
                    .orElseThrow(() -> missing(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PartFailure missing(Path target) {
        return new PartFailure(
                "Servers", "Kafka and Keycloak are not in " + target + ". Run deploy/up without --no-build.");
    }

    String keycloakVersion() {
        return String.valueOf(keycloak.getFileName());
    }
}
