package io.smartcrm.recommend.training;

import io.smartcrm.recommend.feedback.FeedbackState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a training is due: soon after events pause, now and then while they do not, and at a high age. */
final class TrainingNeed {
    private final TrainingConfig config;
    private @Nullable Instant firstSeen;

    TrainingNeed(TrainingConfig config) {
        this.config = config;
    }

    /** Why to train now; empty when the newest model is good enough. */
    Optional<ModelVersion.Cause> of(FeedbackState feedback, Optional<ModelVersion> newest, Instant now) {
        if (feedback.revision() == 0) {
            return Optional.empty();
        }
        boolean paused = atLeast(feedback.sinceChange(), config.quietPeriod());
        if (newest.isEmpty()) {
            return paused || atLeast(sinceFirstSeen(now), config.longestDelay())
                    ? Optional.of(ModelVersion.Cause.EVENTS)
                    : Optional.empty();
        }
        ModelVersion model = newest.get();
        Duration age = Duration.between(model.trainTime(), now);
        if (feedback.revision() == model.revision()) {
            return atLeast(age, config.oldestModel()) ? Optional.of(ModelVersion.Cause.AGE) : Optional.empty();
        }
        boolean overdue = atLeast(age, config.longestDelay())
                && atLeast(age, model.duration().multipliedBy(config.restFactor()));
        return paused || overdue ? Optional.of(ModelVersion.Cause.EVENTS) : Optional.empty();
    }

    /** How long ago it was first asked for a model where there was none. */
    private Duration sinceFirstSeen(Instant now) {
        if (firstSeen == null) {
            firstSeen = now;
        }
        return Duration.between(firstSeen, now);
    }

    private static boolean atLeast(Duration one, Duration other) {
        return one.compareTo(other) >= 0;
    }
}
