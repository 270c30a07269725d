package io.smartcrm.recommend.experiment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which experiments are asked for.
 *
 * @param after the one the page before ended with
 */
record ExperimentPage(int size, Optional<After> after) {
    record After(Instant createTime, UUID id) {}
}
