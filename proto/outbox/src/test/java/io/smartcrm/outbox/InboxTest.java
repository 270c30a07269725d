package io.smartcrm.outbox;

import static io.smartcrm.outbox.Ground.DEAD_FACTS;
import static io.smartcrm.outbox.Ground.FACTS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Int64Value;
import io.smartcrm.wire.EventHeaders;
import io.smartcrm.wire.TimeOrderedId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final String APPLY = "insert into applied (number) select unnest(?::bigint[])";

    private Ground ground;
    private Inbox inbox;
    private int attempts;

    @BeforeEach
    void prepare() throws SQLException {
        ground = new Ground();
        ground.execute("create table applied (place serial, number bigint check (number <> 13))");
        inbox = ground.inbox();
    }

    @AfterEach
    void stop() {
        ground.close();
    }

    @Test
    void eventsAreAppliedInTheirOrder() throws SQLException {
        // Given
        var batch = facts(1, 2, 3, 4, 5);

        // When
        receive(batch);

        // Then
        assertThat(applied()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void anEventThatComesTwiceIsAppliedOnce() throws SQLException {
        // Given
        var batch = facts(1, 2, 3);
        var twice = new ArrayList<>(batch);
        twice.addAll(batch);
        receive(batch);

        // When
        receive(twice);

        // Then
        assertThat(applied()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void anEventThatComesTwiceWithinABatchIsAppliedOnce() throws SQLException {
        // Given
        var batch = facts(1, 2, 3);
        var twice = new ArrayList<>(batch);
        twice.addAll(batch);

        // When
        receive(twice);

        // Then
        assertThat(applied()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void eventsThatComeToTwoConsumersAtOnceAreAppliedOnce() throws Exception {
        // Given
        var batch = facts(IntStream.rangeClosed(1_000, 2_000).toArray());
        var shuffled = new ArrayList<>(batch);
        Collections.reverse(shuffled);
        var consumers = Executors.newFixedThreadPool(4);

        // When
        List<Future<?>> received = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            var delivery = i % 2 == 0 ? batch : shuffled;
            received.add(consumers.submit(() -> receive(delivery)));
        }
        for (Future<?> delivery : received) {
            delivery.get();
        }

        // Then
        assertThat(applied()).hasSize(1_001).doesNotHaveDuplicates();
        assertThat(ground.count("outbox")).isZero();
        consumers.shutdown();
    }

    @Test
    void anUnreadableEventGoesToTheDeadLettersWithTheReason() throws Exception {
        // Given
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>(facts(1));
        batch.add(withHeaders(new ConsumerRecord<>(FACTS, 0, 501, "garbage", new byte[] {(byte) 0xFF, 1})));
        batch.add(
                new ConsumerRecord<>(FACTS, 0, 502, "headless", Int64Value.of(2).toByteArray()));
        batch.add(withHeaders(
                new ConsumerRecord<>(FACTS, 0, 503, null, Int64Value.of(3).toByteArray())));
        batch.addAll(facts(4));

        // When
        receive(batch);
        receive(batch);

        // Then
        assertThat(applied()).containsExactly(1L, 4L);
        var letters = deadLetters(3);
        assertThat(letters).hasSize(3);
        assertThat(letters)
                .extracting(InboxTest::reason)
                .anySatisfy(reason -> assertThat(reason).contains("partition 0 offset 501", "Protocol"))
                .anySatisfy(reason -> assertThat(reason).contains("offset 502", "ce_specversion is missing"))
                .anySatisfy(reason -> assertThat(reason).contains("offset 503", "no key"));
        assertThat(letters)
                .filteredOn(letter -> letter.key().equals("garbage"))
                .extracting(ConsumerRecord::value)
                .containsExactly(new byte[] {(byte) 0xFF, 1});
    }

    @Test
    void ofABatchOnlyTheEventThatTheDatabaseRefusesIsADeadLetter() throws Exception {
        // Given
        var batch = facts(IntStream.rangeClosed(1, 1_000).toArray());

        // When
        receive(batch);

        // Then
        assertThat(applied())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 1_000)
                        .filter(number -> number != 13)
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(attempts).as("the batch is halved, not taken apart").isLessThan(30);
        var letter = deadLetters(1).get(0);
        assertThat(Facts.number(letter)).isEqualTo(13);
        assertThat(reason(letter)).contains("applied_number_check").doesNotContain("Failing row");
        assertThat(EventHeaders.readFrom(letter.headers()).id())
                .as("it can be sent again as it was")
                .isEqualTo(EventHeaders.readFrom(batch.get(12).headers()).id());
    }

    @Test
    void aRefusedEventIsAppliedWhenItIsSentAgainAfterTheCauseIsGone() throws Exception {
        // Given
        var batch = facts(12, 13, 14);
        receive(batch);
        ground.execute("alter table applied drop constraint applied_number_check");

        // When
        receive(batch.subList(1, 2));

        // Then
        assertThat(applied()).containsExactly(12L, 14L, 13L);
    }

    @Test
    void anEventThatTheServiceCannotDigestIsADeadLetter() throws Exception {
        // Given
        var batch = facts(1, 2, 3);

        // When
        inbox.receive(records(batch), Int64Value.parser(), (connection, events) -> {
            if (events.stream().anyMatch(event -> event.message().orElseThrow().getValue() == 2)) {
                throw new IllegalArgumentException("two is one too many");
            }
            apply(connection, events);
        });

        // Then
        assertThat(applied()).containsExactly(1L, 3L);
        assertThat(reason(deadLetters(1).get(0))).contains("two is one too many");
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedForEvenAmidARefusedBatch() throws SQLException {
        // Given
        var batch = facts(11, 12, 13, 14);

        // When
        inbox.receive(records(batch), Int64Value.parser(), (connection, events) -> {
            if (++attempts % 2 == 1) {
                throw new SQLException("terminating connection due to administrator command", "57P01");
            }
            apply(connection, events);
        });

        // Then
        assertThat(applied()).containsExactly(11L, 12L, 14L);
        assertThat(ground.count("outbox")).as("dead letters").isEqualTo(1);
    }

    @Test
    void aConnectionThatIsLostAmidABatchLosesNothing() throws SQLException {
        // Given
        var batch = facts(1, 2, 3);

        // When
        inbox.receive(records(batch), Int64Value.parser(), (connection, events) -> {
            apply(connection, events);
            if (++attempts == 1) {
                ground.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
            }
        });

        // Then
        assertThat(applied()).containsExactly(1L, 2L, 3L);
        assertThat(ground.count("outbox")).as("dead letters").isZero();
    }

    @Test
    void aTombstoneHasNoMessage() {
        // Given
        var tombstone = withHeaders(new ConsumerRecord<String, byte[]>(FACTS, 0, 1, "gone", null));
        List<ReceivedEvent<Int64Value>> received = new ArrayList<>();

        // When
        inbox.receive(
                records(List.of(tombstone)), Int64Value.parser(), (connection, events) -> received.addAll(events));

        // Then
        assertThat(received).singleElement().satisfies(event -> {
            assertThat(event.key()).isEqualTo("gone");
            assertThat(event.message()).isEmpty();
        });
    }

    private void receive(List<ConsumerRecord<String, byte[]>> batch) {
        inbox.receive(records(batch), Int64Value.parser(), (connection, events) -> {
            attempts++;
            apply(connection, events);
        });
    }

    private static void apply(Connection connection, List<ReceivedEvent<Int64Value>> events) throws SQLException {
        try (var insert = connection.prepareStatement(APPLY)) {
            Object[] numbers = events.stream()
                    .map(event -> event.message().orElseThrow().getValue())
                    .toArray();
            insert.setArray(1, connection.createArrayOf("bigint", numbers));
            insert.executeUpdate();
        }
    }

    private List<Long> applied() throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (var connection = ground.database().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select number from applied order by place")) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    /** As they arrive on their topic. */
    private List<ConsumerRecord<String, byte[]>> deadLetters(int count) throws InterruptedException {
        var relay = new Thread(ground.relay(), "relay");
        relay.start();
        try (var reader = new Facts.Reader(ground, DEAD_FACTS)) {
            await().until(() -> reader.look().size() >= count && ground.count("outbox") == 0);
            return List.copyOf(reader.look());
        } finally {
            relay.interrupt();
            relay.join();
        }
    }

    private static String reason(ConsumerRecord<String, byte[]> letter) {
        return new String(letter.headers().lastHeader("dead_letter_reason").value(), UTF_8);
    }

    private static List<ConsumerRecord<String, byte[]>> facts(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> withHeaders(new ConsumerRecord<>(
                        FACTS, 0, number, "key", Int64Value.of(number).toByteArray())))
                .toList();
    }

    private static ConsumerRecord<String, byte[]> withHeaders(ConsumerRecord<String, byte[]> received) {
        new EventHeaders(TimeOrderedId.next(), "/test", "google.protobuf.Int64Value", Instant.now(), Optional.empty())
                .writeTo(received.headers());
        return received;
    }

    private static ConsumerRecords<String, byte[]> records(List<ConsumerRecord<String, byte[]>> batch) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(FACTS, 0), batch), Map.of());
    }
}
