package io.smartcrm.customer.matching;

import io.smartcrm.wire.Failure;

/**
 * From which probability on a pair is merged without asking, and from which a person is asked.
 *
 * @param merge 0.5 to 1
 * @param review 0.01 to merge
 */
public record Thresholds(double merge, double review) {
    public static final Thresholds USUAL = new Thresholds(0.55, 0.1);

    public Thresholds {
        if (!(merge >= 0.5 && merge <= 1)) {
            throw Failure.invalid("mergeFrom", merge + " is not between 0.5 and 1");
        }
        if (!(review >= 0.01 && review <= merge)) {
            throw Failure.invalid("reviewFrom", review + " is not between 0.01 and mergeFrom " + merge);
        }
    }
}
