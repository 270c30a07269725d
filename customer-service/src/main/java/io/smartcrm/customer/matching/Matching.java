package io.smartcrm.customer.matching;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Finds who of a table is one person. */
public final class Matching {
    /** Of people with the same key; more say nothing, and a pair of them is found by another key. */
    private static final int BLOCK_CAP = 50;

    private static final long SAMPLE = 400_000;
    private static final int LOOK_EVERY = 1 << 16;

    private final Thresholds thresholds;
    private final int clusterCap;

    /** @param clusterCap how many at most are one person */
    public Matching(Thresholds thresholds, int clusterCap) {
        this.thresholds = thresholds;
        this.clusterCap = clusterCap;
    }

    /**
     * What was found.
     *
     * @param pairs those to merge and those to review, the most probable first
     * @param compared how many candidates there were
     * @param blocksLeftOut too large to tell anybody apart
     */
    public record Outcome(List<Pair> pairs, MatchModel model, long compared, long blocksLeftOut, boolean stopped) {
        public Outcome {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * @param apart pairs of numbers, see {@link #pairName}, of which somebody said that they are two people
     * @param stop asked now and then whether to end early
     */
    public Outcome run(PersonTable people, Set<Long> apart, BooleanSupplier stop) {
        boolean[] rare = people.rareNames();
        var blocks = new Blocks(people, BLOCK_CAP);
        var comparison = new Comparison(people, rare);
        MatchModel model = estimate(blocks, comparison);
        double[] probabilities = new double[Agreement.COUNT];
        for (int code = 0; code < probabilities.length; code++) {
            probabilities[code] = model.probability(code, MatchModel.ONE_PERSON);
        }
        var found = new Found(comparison, probabilities, thresholds.review(), stop);
        blocks.visit(found);
        return new Outcome(
                found.stopped ? List.of() : decided(found.pairs, model, people.size(), apart),
                model,
                found.compared,
                blocks.leftOut(),
                found.stopped);
    }

    /** The name of a pair of numbers. */
    public static long pairName(int one, int other) {
        return Clusters.name(one, other);
    }

    private static MatchModel estimate(Blocks blocks, Comparison comparison) {
        long[] counts = new long[Agreement.COUNT];
        long every = Math.max(1, blocks.candidates() / SAMPLE);
        blocks.visit((one, other) -> {
            if (every == 1 || Integer.toUnsignedLong(Hashes.mixed(Clusters.name(one, other))) % every == 0) {
                counts[comparison.compare(one, other)]++;
            }
            return true;
        });
        return new Estimation(Estimation.usual(), counts).estimate();
    }

    private List<Pair> decided(List<Candidate> candidates, MatchModel model, int people, Set<Long> apart) {
        candidates.sort(comparingDouble(Candidate::probability)
                .reversed()
                .thenComparingInt(Candidate::one)
                .thenComparingInt(Candidate::other));
        var clusters = new Clusters(people, clusterCap, apart);
        candidates.removeIf(candidate -> apart.contains(Clusters.name(candidate.one, candidate.other)));
        for (Candidate candidate : candidates) {
            if (candidate.probability < thresholds.merge()) {
                break;
            }
            clusters.join(candidate.one, candidate.other);
        }
        List<Pair> pairs = new ArrayList<>(candidates.size());
        for (Candidate pair : candidates) {
            int cluster = clusters.of(pair.one);
            boolean together = cluster == clusters.of(pair.other);
            pairs.add(new Pair(
                    pair.one,
                    pair.other,
                    Agreement.of(pair.code),
                    model.weight(pair.code),
                    pair.probability,
                    together ? cluster : -1));
        }
        return pairs;
    }

    private record Candidate(int one, int other, int code, double probability) {}

    /** Keeps what is probable enough. */
    private static final class Found implements Blocks.Visitor {
        private final Comparison comparison;
        private final double[] probabilities;
        private final double from;
        private final BooleanSupplier stop;
        private final List<Candidate> pairs = new ArrayList<>();
        private long compared;
        private boolean stopped;

        Found(Comparison comparison, double[] probabilities, double from, BooleanSupplier stop) {
            this.comparison = comparison;
            this.probabilities = probabilities;
            this.from = from;
            this.stop = stop;
        }

        @Override
        public boolean visit(int one, int other) {
            int code = comparison.compare(one, other);
            if (probabilities[code] >= from) {
                pairs.add(new Candidate(Math.min(one, other), Math.max(one, other), code, probabilities[code]));
            }
            if (++compared % LOOK_EVERY == 0) {
                stopped = stop.getAsBoolean();
            }
            return !stopped;
        }
    }
}
