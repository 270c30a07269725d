package io.smartcrm.bench.serving;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.Command;
import io.smartcrm.bench.Figures;
import io.smartcrm.bench.Syntax;
import io.smartcrm.bench.UsageException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * How many events a second the suite stores, sent as they become due and again until they are acknowledged, and whether
 * each is there afterwards exactly once. With --kill-at, customer-service is killed in the midst of it.
 */
public final class IngestEvents {
    private static final long PATIENCE_SECONDS = 120;
    private static final Syntax SYNTAX = new Syntax(
            "ingest-events --rate R --seconds S [--batch N] [--singles] [--kill-at SECOND] [--url GATEWAY] [--realm"
                    + " URL] [--client ID] (events a second; --batch: of a request, 100 when absent; --kill-at: in a suite"
                    + " of its own)",
            Set.of("rate", "seconds", "batch", "kill-at", "url", "realm", "client"),
            Set.of("singles"));

    private IngestEvents() {}

    public static void main(String[] args) {
        Command.execute("ingest-events", SYNTAX, args, IngestEvents::run);
    }

    private static Figures run(Arguments arguments) throws IOException {
        int rate = arguments.requiredPositive("rate");
        int seconds = arguments.requiredPositive("seconds");
        int batch = arguments.has("singles") ? 1 : arguments.positive("batch", 100);
        if (batch > 1000) {
            throw arguments.complaint("--batch is at most 1000");
        }
        try {
            if (arguments.text("kill-at").isEmpty()) {
                return load(gateways(arguments), rate, seconds, batch);
            }
            int second = arguments.positive("kill-at", 1);
            try (SuiteToKill suite = SuiteToKill.start()) {
                suite.killAfter(second);
                return load(suite.gateways(), rate, seconds, batch);
            }
        } catch (ConnectException down) {
            throw new UsageException("the suite does not answer (" + down.getMessage() + "); start it with deploy/up");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Two users: the gateway lets each of them make a thousand requests a second. */
    private static List<Gateway> gateways(Arguments arguments) throws IOException, InterruptedException {
        String url = arguments.text("url").orElse("http://127.0.0.1:8080");
        String realm = arguments.text("realm").orElse("http://127.0.0.1:8180/realms/smartcrm");
        String client = arguments.text("client").orElse("smartcrm-cli");
        return List.of(
                Gateway.entered(url, realm, client, "integrator", "integrator"),
                Gateway.entered(url, realm, client, "admin", "admin"));
    }

    private static Figures load(List<Gateway> gateways, int rate, int seconds, int batch)
            throws IOException, InterruptedException {
        int events = Math.multiplyExact(rate, seconds);
        var stream = new EventStream(gateways, UUID.randomUUID().toString().substring(0, 8), batch, events);
        System.err.printf("%d events a second for %d s, %d a request%n", rate, seconds, batch);
        long start = System.nanoTime();
        stream.giveUpAt(start + TimeUnit.SECONDS.toNanos(seconds + PATIENCE_SECONDS));
        var outcome = new OpenModel((double) rate / batch).run((events + batch - 1) / batch, stream::send);
        double took = (System.nanoTime() - start) / 1e9;
        System.err.printf("%d of %d requests acknowledged; looking for the events%n", outcome.ok(), outcome.sent());
        for (int visitor = 0; visitor < EventStream.VISITORS; visitor++) {
            gateways.get(0)
                    .pages(
                            "/api/v1/interactions?pageSize=500&filter=anonymousId%20=%20%22" + stream.visitor(visitor)
                                    + "%22",
                            stream::look);
        }
        return new Figures()
                .add("per_s", events / took, 1)
                .add("lost", stream.lost())
                .add("duplicated", stream.duplicated())
                .add("events", events)
                .add("batch", batch)
                .add("unacknowledged", outcome.sent() - outcome.ok())
                .add("repeated", stream.repeated())
                .add("p50_ms", outcome.millisAt(50), 1)
                .add("p99_ms", outcome.millisAt(99), 1);
    }
}
