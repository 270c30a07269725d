package io.smartcrm.loyalty.uplift;

/**
 * What became of one group of customers.
 *
 * @param sum of what each of them spent, less what was given back
 * @param squares sum of the squares of what each of them spent
 */
public record Group(long customers, long buyers, double sum, double squares) {
    public static final Group EMPTY = new Group(0, 0, 0, 0);

    public Group {
        if (customers < 0 || buyers < 0 || buyers > customers || squares < 0) {
            throw new IllegalArgumentException(buyers + " buyers among " + customers + " customers");
        }
    }

    public double conversion() {
        return customers == 0 ? 0 : (double) buyers / customers;
    }

    public double mean() {
        return customers == 0 ? 0 : sum / customers;
    }

    /** Of the mean, from the sample's variance; needs two customers. */
    double variance() {
        double centred = squares - sum * sum / customers;
        return Math.max(0, centred) / (customers - 1);
    }
}
