package io.smartcrm.local.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.local.PartFailure;
import io.smartcrm.local.PartProcess;
import io.smartcrm.local.RunningPart;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SuitePartsTest {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(output, true, UTF_8), false);

    @Test
    void aPartStartsAfterWhatItNeedsAndStopsBeforeIt() {
        // Given
        SuiteParts parts = new SuiteParts(
                List.of(part("store"), part("broker"), part("service", "store", "broker"), part("gateway", "service")),
                progress);

        // When
        parts.startAll();
        parts.close();

        // Then
        assertThat(events).containsSubsequence("+store", "+service", "+gateway", "-gateway", "-service", "-store");
        assertThat(events).containsSubsequence("+broker", "+service", "-service", "-broker");
        assertThat(events).hasSize(8);
    }

    @Test
    void partsThatNeedNothingOfEachOtherStartAtOnce() {
        // Given
        CountDownLatch both = new CountDownLatch(2);
        SuiteParts parts = new SuiteParts(List.of(meeting("one", both), meeting("other", both)), progress);

        // When
        parts.startAll();

        // Then
        assertThat(both.getCount()).isZero();
        parts.close();
    }

    @Test
    void whoClosesWhileTheSuiteStopsWaitsForTheEndAndDisturbsNoOrder() throws Exception {
        // Given
        CountDownLatch stopping = new CountDownLatch(1);
        CountDownLatch mayStop = new CountDownLatch(1);
        PlannedPart slow = new PlannedPart("service", Set.of("store"), () -> new RecordedPart("service") {
            @Override
            public void close() {
                stopping.countDown();
                assertThatCode(mayStop::await).doesNotThrowAnyException();
                super.close();
            }
        });
        SuiteParts parts = new SuiteParts(List.of(part("store"), slow), progress);
        parts.startAll();
        Thread first = new Thread(parts::close);
        first.start();
        assertThat(stopping.await(10, TimeUnit.SECONDS)).isTrue();
        Thread second = new Thread(parts::close);

        // When
        second.start();
        second.join(300);
        mayStop.countDown();
        first.join(10_000);
        second.join(10_000);

        // Then
        assertThat(events).containsExactly("+store", "+service", "-service", "-store");
    }

    @Test
    void aPartCanBeStoppedAndStartedAgainWhileTheOthersGoOn() {
        // Given
        SuiteParts parts = new SuiteParts(List.of(part("store"), part("service", "store")), progress);
        parts.startAll();

        // When
        parts.restart("service");

        // Then
        assertThat(events).containsExactly("+store", "+service", "-service", "+service");
        parts.close();
    }

    @Test
    void aFailureIsToldAndWhatNeedsThePartIsNotStarted() {
        // Given
        PlannedPart broken = new PlannedPart("store", Set.of(), () -> {
            throw new PartFailure("store", "port 1 is taken");
        });
        SuiteParts parts = new SuiteParts(List.of(broken, part("service", "store")), progress);

        // When
        assertThatThrownBy(parts::startAll).isInstanceOf(PartFailure.class).hasMessage("store: port 1 is taken");

        // Then
        parts.close();
        assertThat(events).isEmpty();
        assertThat(output.toString(UTF_8)).contains("FAILED");
    }

    @Test
    void aPartThatStartsForEverIsInterruptedWhenTheSuiteCloses() throws Exception {
        // Given
        CountDownLatch started = new CountDownLatch(1);
        PlannedPart endless = new PlannedPart("endless", Set.of(), () -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                events.add("interrupted");
            }
            throw new PartFailure("endless", "was stopped");
        });
        SuiteParts parts = new SuiteParts(List.of(endless), progress);
        Thread starter = new Thread(() -> assertThatThrownBy(parts::startAll).isInstanceOf(PartFailure.class));
        starter.start();
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        // When
        parts.close();

        // Then
        starter.join(10_000);
        assertThat(starter.isAlive()).isFalse();
        assertThat(events).containsExactly("interrupted");
    }

    private PlannedPart part(String name, String... needs) {
        return new PlannedPart(name, Set.of(needs), () -> new RecordedPart(name));
    }

    private PlannedPart meeting(String name, CountDownLatch all) {
        return new PlannedPart(name, Set.of(), () -> {
            all.countDown();
            try {
                assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new PartFailure(name, "was left alone", e);
            }
            return new RecordedPart(name);
        });
    }

    /** A part that only says when it begins and ends. */
    private class RecordedPart implements RunningPart {
        private final String name;

        RecordedPart(String name) {
            this.name = name;
            events.add("+" + name);
        }

        @Override
        public PartProcess process() {
            throw new UnsupportedOperationException(name + " has no process");
        }

        @Override
        public Duration processorTime() {
            return Duration.ofSeconds(1);
        }

        @Override
        public void close() {
            events.add("-" + name);
        }
    }
}
