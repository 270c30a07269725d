package io.smartcrm.bench.serving;

import io.smartcrm.local.suite.LocalSuite;
import io.smartcrm.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A suite of its own whose customer-service is killed and started again. */
final class SuiteToKill implements AutoCloseable {
    private static final int FIRST_PORT = 23_400;
    private static final String VICTIM = "customer-service";

    private final LocalSuite suite;
    private CompletableFuture<Void> killed = CompletableFuture.completedFuture(null);

    private SuiteToKill(LocalSuite suite) {
        this.suite = suite;
    }

    static SuiteToKill start() throws IOException {
        System.err.println("starting a suite");
        return new SuiteToKill(
                LocalSuite.start(SuiteOptions.forTest(Files.createTempDirectory("ingest-events"), FIRST_PORT)));
    }

    List<Gateway> gateways() {
        String url = suite.gateway().toString();
        return List.of(Gateway.entered(url, suite.token("integrator")), Gateway.entered(url, suite.token("admin")));
    }

    void killAfter(int seconds) {
        killed = CompletableFuture.runAsync(
                () -> {
                    suite.process(VICTIM).kill();
                    System.err.println("killed " + VICTIM);
                    suite.restart(VICTIM);
                    System.err.println(VICTIM + " is back");
                },
                CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
        try {
            killed.join();
        } finally {
            suite.close();
        }
    }
}
