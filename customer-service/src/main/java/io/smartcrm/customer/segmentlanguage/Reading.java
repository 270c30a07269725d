package io.smartcrm.customer.segmentlanguage;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What came of a text.
 *
 * @param segment present when there is no problem
 */
public record Reading(Optional<CheckedSegment> segment, List<Problem> problems) {
    public Reading {
        requireNonNull(segment, "segment is null");
        problems = List.copyOf(problems);
    }
}
