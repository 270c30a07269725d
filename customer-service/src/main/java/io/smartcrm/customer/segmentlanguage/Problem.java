package io.smartcrm.customer.segmentlanguage;

import static java.util.Objects.requireNonNull;

/**
 * Why a text is no segment.
 *
 * @param suggestion what was probably meant, or empty
 */
public record Problem(Position position, String message, String suggestion) {
    public Problem {
        requireNonNull(position, "position is null");
        requireNonNull(message, "message is null");
        requireNonNull(suggestion, "suggestion is null");
    }

    static Problem at(Position position, String message) {
        return new Problem(position, message, "");
    }

    @Override
    public String toString() {
        return position + ": " + message + (suggestion.isEmpty() ? "" : "; did you mean " + suggestion + "?");
    }
}
