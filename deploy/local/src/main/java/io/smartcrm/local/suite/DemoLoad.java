package io.smartcrm.local.suite;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.smartcrm.local.PartFailure;
import io.smartcrm.local.shop.DemoShop;
import io.smartcrm.local.shop.ShopSimulation;
import io.smartcrm.local.shop.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Loads the demo shop through the gateway, as a customer would load an order file, once for each data folder. */
final class DemoLoad {
    private static final String STEP = "demo shop";
    private static final String READ_MODELS = "read models";
    private static final ShopSimulation SHOP = new ShopSimulation(Size.SMALL, 1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(250);

    private final LocalSuite suite;
    private final Path folder;
    private final Progress progress;
    private final GatewayCalls gateway;

    DemoLoad(LocalSuite suite, Path data, Progress progress) {
        this.suite = requireNonNull(suite, "suite is null");
        this.folder = data.resolve("data").resolve("demo-shop");
        this.progress = requireNonNull(progress, "progress is null");
        this.gateway = new GatewayCalls(suite.gateway());
    }

    boolean isDone() {
        return Files.exists(mark());
    }

    void run() {
        try {
            progress.step(STEP, "writing files");
            DemoShop.write(SHOP, 0, folder);
            progress.step(STEP, "uploading");
            String mapping = Files.readString(folder.resolve("orders-mapping.json"));
            JsonNode job = gateway.upload(
                    suite.token("admin"), "demo-shop-" + SHOP.size() + "-" + SHOP.seed(), mapping, orders());
            awaitImport(job.required("id").asText());
            awaitReadModels();
            Files.createFile(mark());
        } catch (IOException e) {
            throw new PartFailure(STEP, "cannot be loaded (" + e.getMessage() + ")", e);
        }
    }

    private void awaitImport(String id) throws IOException {
        poll(STEP, () -> {
            JsonNode job = gateway.get(suite.token("admin"), "/api/v1/imports/" + id);
            String state = job.path("state").asText();
            if (state.equals("FAILED") || state.equals("CANCELLED")) {
                throw new PartFailure(
                        STEP,
                        "import " + id + " " + state + ": "
                                + job.path("failure").asText());
            }
            progress.step(
                    STEP,
                    "%s, %,d rows accepted, %,d rejected"
                            .formatted(
                                    state,
                                    job.path("acceptedRows").asLong(),
                                    job.path("rejectedRows").asLong()));
            return state.equals("SUCCEEDED");
        });
    }

    private void awaitReadModels() throws IOException {
        progress.step(READ_MODELS, "following");
        poll(
                READ_MODELS,
                () -> gateway.get(suite.token("admin"), "/api/v1/read-models")
                        .path("current")
                        .asBoolean());
        progress.step(READ_MODELS, "current");
    }

    /** Asked again and again until it is so. */
    private interface Question {
        boolean answer() throws IOException;
    }

    private static void poll(String step, Question question) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!question.answer()) {
            if (System.nanoTime() - end > 0) {
                throw new PartFailure(step, "not done within " + PATIENCE.toMinutes() + " minutes");
            }
            try {
                Thread.sleep(POLL.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    private Path orders() {
        return folder.resolve("orders.csv");
    }

    private Path mark() {
        return folder.resolve("loaded");
    }
}
