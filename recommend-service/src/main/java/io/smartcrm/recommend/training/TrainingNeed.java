package io.smartcrm.recommend.training;

import io.smartcrm.recommend.feedback.FeedbackState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides whether a training is due: soon after events pause, now and then while they do not, and at a high age. */
final class TrainingNeed {
    private final TrainingConfig config;

    TrainingNeed(TrainingConfig config) {
        this.config = config;
    }

    /** Why to train now; empty when the newest model is good enough. */
    Optional<ModelVersion.Cause> of(FeedbackState feedback, Optional<ModelVersion> newest, Instant now) {
        if (feedback.revision() == 0) {
            return Optional.empty();
        }
        if (newest.isEmpty()) {
            return Optional.of(ModelVersion.Cause.EVENTS);
        }
        ModelVersion model = newest.get();
        Duration age = Duration.between(model.trainTime(), now);
        if (feedback.revision() == model.revision()) {
            return atLeast(age, config.oldestModel()) ? Optional.of(ModelVersion.Cause.AGE) : Optional.empty();
        }
        boolean paused = atLeast(feedback.sinceChange(), config.quietPeriod());
        boolean overdue = atLeast(age, config.longestDelay())
                && atLeast(age, model.duration().multipliedBy(config.restFactor()));
        return paused || overdue ? Optional.of(ModelVersion.Cause.EVENTS) : Optional.empty();
    }

    private static boolean atLeast(Duration one, Duration other) {
        return one.compareTo(other) >= 0;
    }
}
