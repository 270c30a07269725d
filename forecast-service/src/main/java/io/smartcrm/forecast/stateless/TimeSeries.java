package io.smartcrm.forecast.stateless;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Numbers at equal steps of time, oldest first, {@link Double#NaN} for missing ones, under a name of the caller's. */
public final class TimeSeries {
    private static final int LONGEST_ID = 200;
    private static final int MOST_VALUES = 5_000;

    private final String id;
    private final double[] values;

    /** Takes the array over; the caller gives up writing to it. */
    public TimeSeries(String id, double[] values) {
        this.id = requireNonNull(id, "id is null");
        this.values = requireNonNull(values, "values is null");
    }

    /** As much of the name as an answer carries back. */
    public String id() {
        return id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
    }

    double[] values() {
        return values;
    }

    /** Why it cannot be forecast; empty if it can. */
    Optional<SeriesOutcome.Refused> refusal() {
        if (id.length() > LONGEST_ID) {
            return refused("id", "has " + id.length() + " characters; " + LONGEST_ID + " are allowed");
        }
        if (values.length > MOST_VALUES) {
            return refused("values", values.length + " of them; send the latest " + MOST_VALUES);
        }
        if (Arrays.stream(values).allMatch(Double::isNaN)) {
            return refused("values", values.length == 0 ? "is empty" : "holds missing values only");
        }
        return IntStream.range(0, values.length)
                .filter(at -> Double.isInfinite(values[at]))
                .mapToObj(at -> new SeriesOutcome.Refused(id, "values[" + at + "]", "is not a finite number"))
                .findFirst();
    }

    private Optional<SeriesOutcome.Refused> refused(String field, String detail) {
        return Optional.of(new SeriesOutcome.Refused(id(), field, detail));
    }
}
