package io.smartcrm.customer.quality;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a figure is spread over customers, and who stands out: by standard deviations from the mean (z-score), and by
 * scaled median deviations from the median, which the outliers themselves do not blur.
 *
 * @param standardDeviation of the population
 * @param scaledDeviation median of the distances from the median, times 1.4826: as a standard deviation, if normal
 */
record Spread(
        String figure,
        int customers,
        double mean,
        double standardDeviation,
        double median,
        double scaledDeviation,
        long outliersByDeviation,
        long outliersByMedian,
        List<Outlier> outliers) {
    private static final double NORMAL = 1.4826;
    private static final double FAR_FROM_MEAN = 3;
    private static final double FAR_FROM_MEDIAN = 3.5;
    private static final int SHOWN = 10;

    Spread {
        requireNonNull(figure, "figure is null");
        outliers = List.copyOf(outliers);
    }

    /** Who stands out, and by how much; the scores are 0 where everybody has the same figure. */
    record Outlier(String customer, double value, double zScore, double medianScore) {}

    /** Who has the figure at an index. */
    @FunctionalInterface
    interface Owner {
        String at(int index);
    }

    static Spread of(String figure, double[] values, Owner owner) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(values).average().orElse(0);
        double deviation = Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
        double median = median(sorted);
        double[] distances = Arrays.stream(values)
                .map(value -> Math.abs(value - median))
                .sorted()
                .toArray();
        double scaled = NORMAL * median(distances);
        long byDeviation = Arrays.stream(values)
                .filter(value -> Math.abs(score(value, mean, deviation)) > FAR_FROM_MEAN)
                .count();
        long byMedian = Arrays.stream(values)
                .filter(value -> Math.abs(score(value, median, scaled)) > FAR_FROM_MEDIAN)
                .count();
        List<Outlier> outliers = IntStream.range(0, values.length)
                .filter(i -> Math.abs(score(values[i], mean, deviation)) > FAR_FROM_MEAN
                        || Math.abs(score(values[i], median, scaled)) > FAR_FROM_MEDIAN)
                .boxed()
                .sorted((one, other) ->
                        Double.compare(Math.abs(values[other] - median), Math.abs(values[one] - median)))
                .limit(SHOWN)
                .map(i -> new Outlier(
                        owner.at(i), values[i], score(values[i], mean, deviation), score(values[i], median, scaled)))
                .toList();
        return new Spread(figure, values.length, mean, deviation, median, scaled, byDeviation, byMedian, outliers);
    }

    private static double median(double[] sorted) {
        int size = sorted.length;
        return size == 0 ? 0 : (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
    }

    private static double score(double value, double middle, double deviation) {
        return deviation == 0 ? 0 : (value - middle) / deviation;
    }
}
