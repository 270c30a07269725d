package io.smartcrm.outbox;

import static io.smartcrm.outbox.Ground.FACTS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import io.smartcrm.wire.EventHeaders;
import io.smartcrm.wire.TimeOrderedId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
    private static final int KEYS = 50;
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private Ground ground;
    private final List<Thread> relays = new ArrayList<>();

    @BeforeEach
    void prepare() {
        ground = new Ground();
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Thread relay : relays) {
            relay.interrupt();
            relay.join(DEADLINE.toMillis());
        }
        ground.close();
    }

    @Test
    void eventsOfAKeyArriveInTheOrderTheyWereWritten() throws SQLException {
        // Given
        Facts.append(ground, 0, 7_000, KEYS);
        Facts.append(ground, 7_000, 12_000, KEYS);

        // When
        startRelay();

        // Then
        var received = receive(12_000);
        assertThat(received).hasSize(12_000);
        assertThat(numbersByKey(received))
                .hasSize(KEYS)
                .allSatisfy((key, numbers) -> assertThat(numbers).isSorted().doesNotHaveDuplicates());
        await().untilAsserted(() -> assertThat(ground.count("outbox")).isZero());
    }

    @Test
    void anEventSaysWhatItIsInItsHeaders() throws SQLException {
        // Given
        Facts.append(ground, 7, 8, KEYS);

        // When
        startRelay();

        // Then
        var received = receive(1).get(0);
        var headers = EventHeaders.readFrom(received.headers());
        assertThat(received.key()).isEqualTo("key-7");
        assertThat(headers.source()).isEqualTo("/test-service");
        assertThat(headers.type()).isEqualTo("google.protobuf.Int64Value");
        assertThat(headers.id().version()).isEqualTo(7);
    }

    @Test
    void whatIsGoneIsATombstone() throws SQLException {
        // Given
        var tombstone = new OutboxEvent(
                TimeOrderedId.next(),
                FACTS,
                "gone",
                "test.Erased",
                Optional.empty(),
                Optional.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
                Optional.empty());
        append(tombstone);

        // When
        startRelay();

        // Then
        var received = receive(1).get(0);
        assertThat(received.value()).isNull();
        assertThat(EventHeaders.readFrom(received.headers()).traceParent()).isEqualTo(tombstone.traceParent());
    }

    @Test
    void aCrashBetweenPublishAndDeleteSendsTwiceAndLosesNothing() throws Exception {
        // Given
        Facts.append(ground, 0, 1_000, KEYS);
        publishWithoutCommit();

        // When
        startRelay();

        // Then
        var received = receive(2_000);
        assertThat(received).hasSize(2_000);
        var ids = received.stream()
                .map(event -> EventHeaders.readFrom(event.headers()).id())
                .collect(toSet());
        assertThat(ids).as("a second sending has the id of the first").hasSize(1_000);
        assertThat(numbersByKey(received))
                .allSatisfy((key, numbers) ->
                        assertThat(numbers.stream().distinct().toList()).isSorted());
    }

    @Test
    void ofTwoRelaysOnePublishesAtATime() throws SQLException {
        // Given
        Facts.append(ground, 0, 12_000, KEYS);

        // When
        startRelay();
        startRelay();

        // Then
        var received = receive(12_000);
        await().untilAsserted(() -> assertThat(ground.count("outbox")).isZero());
        assertThat(received).hasSize(12_000);
        assertThat(numbersByKey(received))
                .allSatisfy((key, numbers) -> assertThat(numbers).isSorted());
    }

    @Test
    void aLostConnectionIsReplaced() throws SQLException {
        // Given
        startRelay();
        Facts.append(ground, 0, 10, KEYS);
        receive(10);

        // When
        ground.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
        Facts.append(ground, 10, 20, KEYS);

        // Then
        assertThat(receive(20))
                .extracting(Facts::number)
                .containsAll(LongStream.range(0, 20).boxed().toList());
    }

    @Test
    void anEventThatNoBrokerWouldTakeIsRefusedBeforeItIsWritten() {
        // Given
        var huge = BytesValue.of(ByteString.copyFrom(new byte[OutboxEvent.MAX_PAYLOAD]));

        // When
        var refused = assertThatThrownBy(() -> OutboxEvent.of(FACTS, "key", huge, huge));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1000000");
    }

    private void startRelay() {
        var relay = new Thread(ground.relay(), "relay-" + relays.size());
        relays.add(relay);
        relay.start();
    }

    private void append(OutboxEvent event) throws SQLException {
        try (var connection = ground.database().getConnection()) {
            new Outbox().append(connection, List.of(event));
        }
    }

    /** What a relay leaves behind that is killed after the broker's acknowledgement. */
    private void publishWithoutCommit() throws Exception {
        try (var publisher = new EventPublisher(ground.brokers(), "/test-service");
                var connection = ground.database().getConnection()) {
            connection.setAutoCommit(false);
            new OutboxTable(connection).drain(1_000, publisher);
            connection.rollback();
        }
    }

    /** At least this many records, and what comes within a moment after them. */
    private List<ConsumerRecord<String, byte[]>> receive(int count) {
        try (var reader = new Facts.Reader(ground, FACTS)) {
            await().atMost(DEADLINE).until(() -> reader.look().size() >= count);
            return List.copyOf(reader.look());
        }
    }

    private static Map<String, List<Long>> numbersByKey(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().collect(groupingBy(ConsumerRecord::key, mapping(Facts::number, toList())));
    }
}
