package io.smartcrm.gateway.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One bucket of tokens a principal: a request takes one, time brings them back. A full bucket says the same as no bucket,
 * so full ones are thrown away and memory is bounded by the principals of the last moments.
 */
final class TokenBuckets {
    private static final int SWEEP_ABOVE = 10_000;
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    /**
     * Starts with full buckets.
     *
     * @param perSecond tokens that come back each second, above zero
     * @param burst size of a bucket, at least one
     */
    TokenBuckets(double perSecond, double burst) {
        if (!(perSecond > 0) || !(burst >= 1)) {
            throw new IllegalArgumentException("rate " + perSecond + " and burst " + burst + " let nobody in");
        }
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** Takes a token if there is one; nanos come from a clock that only goes forward. */
    boolean take(String principal, long nanos) {
        if (buckets.size() > SWEEP_ABOVE) {
            buckets.values().removeIf(bucket -> bucket.at(nanos, perSecond, burst) >= burst);
        }
        Bucket after = buckets.compute(principal, (name, bucket) -> {
            double tokens = bucket == null ? burst : bucket.at(nanos, perSecond, burst);
            return tokens >= 1 ? new Bucket(tokens - 1, nanos, true) : new Bucket(tokens, nanos, false);
        });
        return after.granted();
    }

    int size() {
        return buckets.size();
    }

    private record Bucket(double tokens, long nanos, boolean granted) {
        double at(long now, double perSecond, double burst) {
            return Math.min(burst, tokens + (now - nanos) / NANOS * perSecond);
        }
    }
}
