package io.smartcrm.recommend.experiment;

/**
 * How many customers were won.
 *
 * @param exposed customers who were given a list
 * @param converted of these, who bought something from then on
 */
public record Conversion(long exposed, long converted) {
    static final Conversion NOBODY = new Conversion(0, 0);

    public Conversion {
        if (converted < 0 || converted > exposed) {
            throw new IllegalArgumentException(converted + " of " + exposed + " customers cannot have converted");
        }
    }

    double rate() {
        return (double) converted / exposed;
    }
}
