package io.smartcrm.bench.serving;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Events with names of their own, sent until they are acknowledged, as a careful source does. */
final class EventStream {
    static final int VISITORS = 200;
    private static final long PAUSE_MILLIS = 500;
    private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"(ACCEPTED|DUPLICATE)\"");
    private static final Pattern MESSAGE = Pattern.compile("\"messageId\"\\s*:\\s*\"([^\"]+)\"");

    private final List<Gateway> gateways;
    private final String run;
    private final int batch;
    private final int[] found;
    private final AtomicLong repeated = new AtomicLong();
    private volatile long giveUp = Long.MAX_VALUE;

    /**
     * Makes the events of a run.
     *
     * @param gateways entered by different users, asked in turn
     * @param run names the events of this run
     * @param batch events a request; 1 sends each by itself
     */
    EventStream(List<Gateway> gateways, String run, int batch, int events) {
        this.gateways = List.copyOf(gateways);
        this.run = run;
        this.batch = batch;
        this.found = new int[events];
    }

    /** Requests that were sent again. */
    long repeated() {
        return repeated.get();
    }

    /** Until when unanswered requests are sent again. */
    void giveUpAt(long nanoTime) {
        giveUp = nanoTime;
    }

    /** Sends a request until all of its events are acknowledged; answers whether they were. */
    CompletableFuture<Boolean> send(long request) {
        long first = request * batch;
        String body = batch == 1
                ? event(first)
                : LongStream.range(first, Math.min(found.length, first + batch))
                        .mapToObj(this::event)
                        .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
        int events = (int) Math.min(batch, found.length - first);
        return attempt(gateways.get((int) (request % gateways.size())), body, events);
    }

    private CompletableFuture<Boolean> attempt(Gateway gateway, String body, int events) {
        return gateway.post(batch == 1 ? "/api/v1/track" : "/api/v1/batch", body)
                .exceptionally(broken -> Optional.empty())
                .thenCompose(answer -> {
                    if (answer.isPresent() && acknowledged(answer.get()) == events) {
                        return CompletableFuture.completedFuture(true);
                    }
                    if (System.nanoTime() > giveUp) {
                        return CompletableFuture.completedFuture(false);
                    }
                    repeated.incrementAndGet();
                    var later = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                    return CompletableFuture.runAsync(() -> {}, later)
                            .thenCompose(waited -> attempt(gateway, body, events));
                });
    }

    /** Counts the events that are there, by their names. */
    void look(String listed) {
        Matcher names = MESSAGE.matcher(listed);
        while (names.find()) {
            if (names.group(1).startsWith(run + "-")) {
                found[Integer.parseInt(names.group(1).substring(run.length() + 1))]++;
            }
        }
    }

    String visitor(long number) {
        return run + "-visitor-" + number % VISITORS;
    }

    long lost() {
        return Arrays.stream(found).filter(times -> times == 0).count();
    }

    long duplicated() {
        return Arrays.stream(found).filter(times -> times > 1).count();
    }

    private String event(long number) {
        return "{\"type\":\"track\",\"messageId\":\"" + run + "-" + number + "\",\"anonymousId\":\"" + visitor(number)
                + "\",\"event\":\"Product Viewed\",\"timestamp\":\"" + Instant.now()
                + "\",\"properties\":{\"sku\":\"SKU-" + number % 1000 + "\",\"price\":12.5,\"position\":" + number % 40
                + ",\"list\":\"search results\"},\"context\":{\"library\":{\"name\":\"bench\",\"version\":\"1\"}}}";
    }

    static long acknowledged(String answer) {
        return STATUS.matcher(answer).results().count();
    }
}
