package io.smartcrm.journey;

import static java.util.Objects.requireNonNull;

import io.smartcrm.local.suite.LocalSuite;
import io.smartcrm.local.suite.SuiteOptions;
import io.smartcrm.local.suite.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An empty suite on free ports and in a folder of its own, for all tests of a journey. */
final class RunningSuite implements BeforeAllCallback, AfterAllCallback {
    private static final int FIRST_PORT = 23_000;
    private static final int PORTS = 10;

    private final BooleanSupplier wanted;
    private @Nullable LocalSuite suite;
    private @Nullable Path folder;

    RunningSuite() {
        this(() -> true);
    }

    /** @param wanted whether the journey will run at all */
    RunningSuite(BooleanSupplier wanted) {
        this.wanted = wanted;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (wanted.getAsBoolean()) {
            folder = Files.createTempDirectory("smartcrm-journey");
            start();
        }
    }

    /** Where it keeps everything. */
    Path folder() {
        return requireNonNull(folder, "the suite was never started");
    }

    /** Stops it; the data stays. */
    void stop() {
        suite().close();
        suite = null;
    }

    /** Starts it on the data that its folder has. */
    void start() {
        suite = LocalSuite.start(SuiteOptions.forTest(folder(), freePorts(), wishes()));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (suite != null) {
            suite.close();
        }
        if (folder != null && context.getExecutionException().isEmpty()) {
            delete(folder);
        }
    }

    LocalSuite suite() {
        return requireNonNull(suite, "the suite does not run");
    }

    /** The API as the demo user with this role sees it, for as long as a token lives. */
    Api api(String role) {
        return new Api(suite().gateway(), suite().token(role));
    }

    /** With -Dsmartcrm.native, services that were compiled to an executable run as such. */
    private static Wish[] wishes() {
        return System.getProperty("smartcrm.native") == null ? new Wish[0] : new Wish[] {Wish.NATIVE};
    }

    private static int freePorts() {
        return IntStream.iterate(FIRST_PORT, first -> first < 60_000, first -> first + PORTS)
                .filter(first -> IntStream.range(first, first + PORTS).allMatch(RunningSuite::isFree))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no ten free ports in a row from " + FIRST_PORT));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(RunningSuite::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
