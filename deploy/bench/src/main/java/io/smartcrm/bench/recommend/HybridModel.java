package io.smartcrm.bench.recommend;

import io.smartcrm.recommend.collaborative.Decay;
import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Popularity;
import io.smartcrm.recommend.collaborative.Recommender;
import io.smartcrm.recommend.content.TextLikeness;
import io.smartcrm.recommend.evaluation.TimeSplit;
import io.smartcrm.recommend.graph.WalkSettings;
import io.smartcrm.recommend.habit.BuyAgain;
import io.smartcrm.recommend.habit.BuyAgainSettings;
import io.smartcrm.recommend.habit.Trends;
import io.smartcrm.recommend.hybrid.Hybrid;
import io.smartcrm.recommend.hybrid.Part;
import io.smartcrm.recommend.hybrid.Signal;
import io.smartcrm.recommend.hybrid.Switching;
import io.smartcrm.recommend.hybrid.WeightSearch;
import io.smartcrm.recommend.hybrid.Weights;
import io.smartcrm.recommend.latent.Als;
import io.smartcrm.recommend.latent.AlsSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The hybrid the service serves; {@code taste=1}, {@code content=.5} ... change its weights, {@code tune-days=30} finds them. */
final class HybridModel {
    private static final int TEXT_NEIGHBOURS = 200;

    private HybridModel() {}

    static Model of(Parameters parameters) {
        Weights weights = Weights.DEFAULT;
        for (Signal signal : Signal.values()) {
            Optional<Double> given = parameters.notNegative(signal.name().toLowerCase(Locale.ROOT));
            weights = given.isPresent() ? weights.with(signal, given.get()) : weights;
        }
        Weights start = weights;
        Optional<Duration> tuned = parameters.positive("tune-days").map(Duration::ofDays);
        return training -> {
            Hybrid known = Hybrid.of(parts(
                    training, tuned.map(days -> tune(training, days, start)).orElse(start)));
            return new Switching(known, popularity(training));
        };
    }

    /** The same order of what the customer has, for buying again. */
    static Model ofOwn(Parameters parameters) {
        Model hybrid = of(parameters);
        return training -> new Own(hybrid.fit(training));
    }

    private record Own(Recommender all) implements Recommender {
        @Override
        public int items() {
            return all.items();
        }

        @Override
        public void score(History history, float[] scores) {
            all.score(history, scores);
            BitSet own = history.items();
            for (int item = 0; item < scores.length; item++) {
                scores[item] = own.get(item) ? scores[item] : UNSCORED;
            }
        }
    }

    private static Popularity popularity(Training training) {
        return Popularity.fading(training.interactions(), training.asOf(), Decay.halvingEvery(Duration.ofDays(14)));
    }

    /** Weights that foresee the last days of the training data best from the days before. */
    private static Weights tune(Training training, Duration last, Weights start) {
        long from = training.asOf() - last.toSeconds();
        Training earlier = Training.of(training.events().before(from), from, training.texts());
        Weights found = WeightSearch.improve(
                parts(earlier, start),
                TimeSplit.of(training.events(), from, false).trials());
        System.err.println("weights found: " + found.of());
        return found;
    }

    private static List<Part> parts(Training training, Weights weights) {
        List<Part> parts = new ArrayList<>();
        Trends trends = Trends.of(training.events(), training.asOf(), Duration.ofDays(14), Duration.ofDays(56));
        add(parts, Signal.TASTE, weights, Als.fit(training.interactions(), training.asOf(), AlsSettings.RECENT));
        add(parts, Signal.POPULAR, weights, popularity(training));
        if (!training.texts().isEmpty()) {
            add(parts, Signal.CONTENT, weights, TextLikeness.fit(training.texts(), TEXT_NEIGHBOURS, Emphasis.RECENT));
            add(parts, Signal.KNOWLEDGE, weights, KnowledgeModel.walk(training, WalkSettings.USUAL));
        }
        add(parts, Signal.TRENDING, weights, trends.trending());
        add(parts, Signal.NEW, weights, trends.newArrivals(Duration.ofDays(60)));
        add(
                parts,
                Signal.HABIT,
                weights,
                BuyAgain.fit(training.interactions(), BuyAgainSettings.FADING).at(training.asOf()));
        return parts;
    }

    private static void add(List<Part> parts, Signal signal, Weights weights, Recommender model) {
        parts.add(new Part(signal, model, weights.of(signal)));
    }
}
