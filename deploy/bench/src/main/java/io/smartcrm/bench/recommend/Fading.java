package io.smartcrm.bench.recommend;

import io.smartcrm.bench.UsageException;
import io.smartcrm.recommend.collaborative.Decay;
import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.Weighting;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The parameters that say what a choice counts, the same for every model. */
final class Fading {
    private Fading() {}

    /** {@code weighting}, {@code model-half-life-days} and {@code profile-half-life-days}; 0 days fade nothing. */
    static Emphasis emphasis(Parameters parameters, Emphasis absent) {
        return new Emphasis(
                parameters.text("weighting").map(Fading::weighting).orElse(absent.weighting()),
                halfLife(parameters, "model-half-life-days").orElse(absent.modelDecay()),
                halfLife(parameters, "profile-half-life-days").orElse(absent.profileDecay()),
                parameters.positive("longest-history").orElse(absent.longestHistory()));
    }

    static Optional<Decay> halfLife(Parameters parameters, String name) {
        return parameters.notNegative(name).map(Fading::decay);
    }

    private static Weighting weighting(String name) {
        return Arrays.stream(Weighting.values())
                .filter(weighting -> weighting.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException("unknown weighting '" + name + "'; known weightings: binary, log, bm25"));
    }

    private static Decay decay(double halfLifeDays) {
        return halfLifeDays == 0
                ? Decay.none()
                : new Decay(halfLifeDays * Duration.ofDays(1).toSeconds());
    }
}
