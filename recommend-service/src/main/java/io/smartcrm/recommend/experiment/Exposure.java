package io.smartcrm.recommend.experiment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/** A customer was given a list of a variant for the first time. */
record Exposure(UUID experiment, String customerId, String variant, Instant time) {
    Exposure {
        requireNonNull(experiment, "experiment is null");
        requireNonNull(customerId, "customerId is null");
        requireNonNull(variant, "variant is null");
        requireNonNull(time, "time is null");
    }
}
