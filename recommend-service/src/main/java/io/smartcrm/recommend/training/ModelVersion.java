package io.smartcrm.recommend.training;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A trained model's provenance.
 *
 * @param cause why it was trained
 * @param settings of the method, readable
 * @param revision the state of feedback it was trained on
 * @param eventTime events up to here are in it
 * @param duration of the training
 * @param bytes memory it holds when it serves
 */
public record ModelVersion(
        UUID id,
        String name,
        Instant trainTime,
        Cause cause,
        String settings,
        long revision,
        Optional<Instant> eventTime,
        long interactions,
        long customers,
        long items,
        Duration duration,
        long bytes) {
    public ModelVersion {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(trainTime, "trainTime is null");
        requireNonNull(cause, "cause is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(eventTime, "eventTime is null");
        requireNonNull(duration, "duration is null");
    }

    /** Why a model is trained. */
    public enum Cause {
        EVENTS,
        AGE,
        REQUEST
    }
}
