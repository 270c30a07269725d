package io.smartcrm.recommend.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.recommend.feedback.FeedbackState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrainingNeedTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final TrainingNeed need = new TrainingNeed(TrainingConfigTest.config(Map.of()));

    @Test
    void withoutEventsThereIsNothingToTrain() {
        assertThat(need.of(feedback(0, 100), Optional.empty(), NOW)).isEmpty();
    }

    @Test
    void theFirstModelIsTrainedWhenEventsPause() {
        assertThat(need.of(feedback(1, 4), Optional.empty(), NOW)).isEmpty();
        assertThat(need.of(feedback(1, 5), Optional.empty(), NOW)).contains(ModelVersion.Cause.EVENTS);
    }

    @Test
    void theFirstModelDoesNotWaitForTheEndOfAStream() {
        assertThat(need.of(feedback(1, 0), Optional.empty(), NOW)).isEmpty();
        assertThat(need.of(feedback(9, 0), Optional.empty(), NOW.plusSeconds(59)))
                .isEmpty();
        assertThat(need.of(feedback(9, 0), Optional.empty(), NOW.plusSeconds(60)))
                .contains(ModelVersion.Cause.EVENTS);
    }

    @Test
    void aModelIsTrainedSoonAfterEventsPause() {
        assertThat(need.of(feedback(8, 4), model(7, 6, 100), NOW)).isEmpty();
        assertThat(need.of(feedback(8, 5), model(7, 6, 100), NOW)).contains(ModelVersion.Cause.EVENTS);
    }

    @Test
    void whileEventsStreamAModelIsTrainedNowAndThen() {
        assertThat(need.of(feedback(8, 0), model(7, 59, 100), NOW)).isEmpty();
        assertThat(need.of(feedback(8, 0), model(7, 60, 100), NOW)).contains(ModelVersion.Cause.EVENTS);
    }

    @Test
    void longTrainingsAreRarerWhileEventsStream() {
        assertThat(need.of(feedback(8, 0), model(7, 79, 8_000), NOW)).isEmpty();
        assertThat(need.of(feedback(8, 0), model(7, 80, 8_000), NOW)).contains(ModelVersion.Cause.EVENTS);
    }

    @Test
    void aModelWithAllEventsIsTrainedAnewOnlyAtAHighAge() {
        assertThat(need.of(feedback(7, 100), model(7, 86_399, 100), NOW)).isEmpty();
        assertThat(need.of(feedback(7, 100), model(7, 86_400, 100), NOW)).contains(ModelVersion.Cause.AGE);
    }

    private static FeedbackState feedback(long revision, long secondsSinceChange) {
        return new FeedbackState(revision, Optional.of(NOW), Duration.ofSeconds(secondsSinceChange));
    }

    private static Optional<ModelVersion> model(long revision, long ageSeconds, long durationMillis) {
        return Optional.of(new ModelVersion(
                new UUID(0, 1),
                "item-knn",
                NOW.minusSeconds(ageSeconds),
                ModelVersion.Cause.EVENTS,
                "",
                revision,
                Optional.of(NOW),
                0,
                0,
                0,
                Duration.ofMillis(durationMillis),
                0));
    }
}
