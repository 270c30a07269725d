package io.smartcrm.local.suite;

import io.smartcrm.local.Database;
import io.smartcrm.local.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The suite's own processes and what each of them needs of its Java. */
public enum SuiteService {
    /** Imports run here: it may hold a few batches, and most of what a batch makes should die young. */
    CUSTOMER("customer-service", "400m", "192m", "512m"),
    /** Trains models over all series. */
    FORECAST("forecast-service", "256m", "96m", "512m"),
    /** Trains models over all baskets, and holds the neighbours of all items in memory. */
    RECOMMEND("recommend-service", "256m", "96m", "512m"),
    LOYALTY("loyalty-service", "256m", "96m", "384m"),
    GATEWAY("api-gateway", "192m", "96m", "256m");

    /**
     * Five processes share one machine's processors: the compiler that optimises takes loops over numbers as soon as
     * ever, and other methods not before they matter, so that it does not slow the start.
     */
    private static final List<String> COMPILATION = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000");

    private final String title;
    private final String firstHeap;
    private final String youngHeap;
    private final String largestHeap;

    SuiteService(String title, String firstHeap, String youngHeap, String largestHeap) {
        this.title = title;
        this.firstHeap = firstHeap;
        this.youngHeap = youngHeap;
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

    /** For Java and for a native executable alike. */
    List<String> flags() {
        return List.of("-Xmx" + largestHeap);
    }

    /** For Java alone. */
    List<String> javaFlags() {
        List<String> flags = new ArrayList<>(COMPILATION);
        flags.add("-Xms" + firstHeap);
        flags.add("-Xmn" + youngHeap);
        return flags;
    }
}
