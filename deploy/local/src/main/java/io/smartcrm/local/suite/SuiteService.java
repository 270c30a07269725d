package io.smartcrm.local.suite;

import io.smartcrm.local.Database;
import io.smartcrm.local.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The suite's own processes and what each of them needs of its Java. Five of them share one machine's processors: those
 * that mostly pass things on are compiled once and simply, as the compiler that optimises would take more time than it
 * saves for the first hour.
 */
public enum SuiteService {
    /** Imports run here: it may hold a few batches. */
    CUSTOMER("customer-service", "512m", Compilation.SIMPLE),
    /** Trains models over all series. */
    FORECAST("forecast-service", "512m", Compilation.OPTIMISING),
    /** Trains models over all baskets, and holds the neighbours of all items in memory. */
    RECOMMEND("recommend-service", "512m", Compilation.OPTIMISING),
    LOYALTY("loyalty-service", "384m", Compilation.SIMPLE),
    GATEWAY("api-gateway", "256m", Compilation.SIMPLE);

    private static final List<String> FIRST_COMPILER_ONLY = List.of("-XX:TieredStopAtLevel=1");

    /** The second one takes loops over numbers as soon as ever, and other methods not before they matter. */
    private static final List<String> BOTH_COMPILERS = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000");

    private final String title;
    private final String largestHeap;
    private final Compilation compilation;

    private enum Compilation {
        SIMPLE,
        OPTIMISING
    }

    SuiteService(String title, String largestHeap, Compilation compilation) {
        this.title = title;
        this.largestHeap = largestHeap;
        this.compilation = compilation;
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
        return compilation == Compilation.SIMPLE ? FIRST_COMPILER_ONLY : BOTH_COMPILERS;
    }
}
