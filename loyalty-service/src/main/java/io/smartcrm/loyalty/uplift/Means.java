package io.smartcrm.loyalty.uplift;

/** The difference of two means with Welch's interval, which does not ask that both vary alike. */
final class Means {
    private Means() {}

    static Estimate difference(Group group, Group other) {
        double error = group.variance() / group.customers();
        double otherError = other.variance() / other.customers();
        double both = error + otherError;
        double difference = group.mean() - other.mean();
        if (both == 0) {
            return new Estimate(difference, difference, difference);
        }
        double freedom = both
                * both
                / (error * error / (group.customers() - 1) + otherError * otherError / (other.customers() - 1));
        double reach = StudentT.quantile975(freedom) * Math.sqrt(both);
        return new Estimate(difference, difference - reach, difference + reach);
    }
}
