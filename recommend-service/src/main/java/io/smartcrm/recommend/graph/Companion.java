package io.smartcrm.recommend.graph;

/**
 * An entity that goes with another one.
 *
 * @param lift how many times as often as by chance, above 1
 */
public record Companion(int entity, int other, float lift) {
    public Companion {
        if (!(lift > 1) || Float.isInfinite(lift)) {
            throw new IllegalArgumentException("lift must be above 1, not " + lift);
        }
    }
}
