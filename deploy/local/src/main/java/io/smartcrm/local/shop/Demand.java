package io.smartcrm.local.shop;

/**
 * What drives the sales of a product; truth that no system sees.
 *
 * @param weight base demand relative to the other products of the same taste
 * @param trend yearly growth (log scale)
 * @param interval mean weeks between the weeks it is asked for at all; 1 for a product sold all the time
 * @param launchDay first day it is sold
 * @param taste the taste group it belongs to, an index into {@link Catalogue#tastes()}
 * @param returning factor on the probability of a return
 */
public record Demand(double weight, double trend, int interval, int launchDay, int taste, double returning) {

    public boolean intermittent() {
        return interval > 1;
    }
}
