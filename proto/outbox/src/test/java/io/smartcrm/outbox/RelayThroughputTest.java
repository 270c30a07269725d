package io.smartcrm.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders of 400 bytes, as an import of half a million leaves them; the figure goes to the output of the test. */
class RelayThroughputTest {
    private static final int EVENTS = Integer.getInteger("smartcrm.test.events", 30_000);
    private static final int WARM_UP = 40_000;
    private static final int TRANSACTION = 10_000;
    private static final int BYTES = 400;
    /**
     * Of a second of processor time, writer and broker included. A machine that does nothing else gives 13,000 and more; a
     * busy one makes each second worth less.
     */
    private static final double LEAST_PER_CPU_SECOND = 5_000;

    private final Random random = new Random(42);
    private Ground ground;

    @BeforeEach
    void prepare() {
        ground = new Ground();
    }

    @AfterEach
    void stop() {
        ground.close();
    }

    @Test
    void aRelayMovesThousandsOfEventsASecondOfOneProcessor() throws Exception {
        // Given
        move(WARM_UP);

        // When
        long start = System.nanoTime();
        long startCpu = processCpuNanos();
        move(EVENTS);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (processCpuNanos() - startCpu) / 1e9;

        // Then
        System.out.printf(
                "relay: %d events of %d bytes in %.2f s, %.0f/s; %.2f CPU s, %.0f per CPU second%n",
                EVENTS, BYTES, seconds, EVENTS / seconds, cpuSeconds, EVENTS / cpuSeconds);
        assertThat(EVENTS / cpuSeconds).isGreaterThan(LEAST_PER_CPU_SECOND);
    }

    /** Writes events and lets a relay publish them all. */
    private void move(int events) throws Exception {
        for (int written = 0; written < events; written += TRANSACTION) {
            append(TRANSACTION);
        }
        var relay = new Thread(ground.relay(), "relay");
        relay.start();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> ground.count("(select from outbox limit 1) waiting") == 0);
        relay.interrupt();
        relay.join();
    }

    private static long processCpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void append(int count) throws SQLException {
        try (var connection = ground.database().getConnection()) {
            new Outbox()
                    .append(
                            connection,
                            IntStream.range(0, count).mapToObj(i -> order()).toList());
        }
    }

    /** Half of it repeats itself, as text and field numbers do; half is as random as ids are. */
    private OutboxEvent order() {
        byte[] content = new byte[BYTES];
        for (int i = 0; i < BYTES; i += 2) {
            content[i] = (byte) random.nextInt();
        }
        var message = BytesValue.of(ByteString.copyFrom(content));
        return OutboxEvent.of(Ground.FACTS, "customer-" + random.nextInt(5_000), message, message);
    }
}
