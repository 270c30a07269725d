package io.smartcrm.local.suite;

import io.smartcrm.local.Database;
import io.smartcrm.local.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The suite's own processes and what each of them needs of its Java. */
public enum SuiteService {
    /** Imports run here: it is compiled for speed and may hold a few batches. */
    CUSTOMER("customer-service", "512m"),
    /** Trains models over all series. */
    FORECAST("forecast-service", "512m"),
    /** Holds the neighbours of all items in memory. */
    RECOMMEND("recommend-service", "512m"),
    LOYALTY("loyalty-service", "384m"),
    GATEWAY("api-gateway", "256m");

    private final String title;
    private final String largestHeap;

    SuiteService(String title, String largestHeap) {
        this.title = title;
        this.largestHeap = largestHeap;
    }

    /** The name of the part and of its module. */
    public String title() {
        return title;
    }

    boolean hasDatabase() {
        return this != GATEWAY;
    }

    Database database(Secrets secrets) {
        String name = name().toLowerCase(Locale.ROOT);
        return new Database(name, name, secrets.of("database." + name));
    }

    int port(SuitePorts ports) {
        return switch (this) {
            case CUSTOMER -> ports.customer();
            case FORECAST -> ports.forecast();
            case RECOMMEND -> ports.recommend();
            case LOYALTY -> ports.loyalty();
            case GATEWAY -> ports.gateway();
        };
    }

    Path packagedIn(Path checkout) {
        return checkout.resolve(title).resolve("target/quarkus-app");
    }

    /** The native executable, if the service was compiled to one. */
    Optional<Path> executableIn(Path checkout) {
        Path executable = checkout.resolve(title).resolve("target").resolve(title + "-1.0.0-SNAPSHOT-runner");
        return Files.isExecutable(executable) ? Optional.of(executable) : Optional.empty();
    }

    List<String> flags() {
        return List.of("-Xmx" + largestHeap);
    }
}
