package io.smartcrm.bench.recommend;

import io.smartcrm.bench.UsageException;
import io.smartcrm.recommend.collaborative.Decay;
import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.ItemKnn;
import io.smartcrm.recommend.collaborative.ItemKnnSettings;
import io.smartcrm.recommend.collaborative.Popularity;
import io.smartcrm.recommend.collaborative.Recommender;
import io.smartcrm.recommend.collaborative.Weighting;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A model by name with its settings, ready to be fitted. */
@FunctionalInterface
interface Model {
    /** Fits to pairs as seen at a time, in seconds since 1970. */
    Recommender fit(Interactions interactions, long asOf);

    /** @throws UsageException naming the known models or parameters when the wanted one is not among them */
    static Model of(String name, Parameters parameters) {
        Map<String, Function<Parameters, Model>> models = new TreeMap<>(Map.of(
                "popularity", Model::popularity,
                "recent-popularity", Model::recentPopularity,
                "item-knn", Model::itemKnn));
        Function<Parameters, Model> factory = models.get(name);
        if (factory == null) {
            throw new UsageException(
                    "unknown model '" + name + "'; known models: " + String.join(", ", models.keySet()));
        }
        Model model = factory.apply(parameters);
        parameters.requireAllKnown(name);
        return model;
    }

    private static Model popularity(Parameters parameters) {
        return (interactions, asOf) -> Popularity.ofAllTime(interactions);
    }

    private static Model recentPopularity(Parameters parameters) {
        int days = parameters.positive("days").orElse(30);
        Optional<Double> halfLife = parameters.notNegative("half-life-days");
        if (halfLife.isPresent()) {
            return (interactions, asOf) -> Popularity.fading(interactions, asOf, decay(halfLife.get()));
        }
        return (interactions, asOf) -> Popularity.recent(interactions, asOf, Duration.ofDays(days));
    }

    private static Model itemKnn(Parameters parameters) {
        ItemKnnSettings settings = preset(parameters.text("preset").orElse("recent"));
        settings = settings.withWeighting(
                parameters.text("weighting").map(Model::weighting).orElse(settings.weighting()));
        settings = settings.withNeighbours(parameters.positive("neighbours").orElse(settings.neighbours()));
        settings = settings.withShrinkage(parameters.notNegative("shrinkage").orElse(settings.shrinkage()));
        settings = settings.withModelDecay(
                parameters.notNegative("model-half-life-days").map(Model::decay).orElse(settings.modelDecay()));
        ItemKnnSettings chosen = settings.withProfileDecay(parameters
                .notNegative("profile-half-life-days")
                .map(Model::decay)
                .orElse(settings.profileDecay()));
        return (interactions, asOf) -> ItemKnn.fit(interactions, asOf, chosen);
    }

    private static ItemKnnSettings preset(String name) {
        return switch (name) {
            case "recent" -> ItemKnnSettings.RECENT;
            case "classic" -> ItemKnnSettings.CLASSIC;
            default -> throw new UsageException("unknown preset '" + name + "'; known presets: classic, recent");
        };
    }

    private static Weighting weighting(String name) {
        return Arrays.stream(Weighting.values())
                .filter(weighting -> weighting.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException("unknown weighting '" + name + "'; known weightings: binary, log, bm25"));
    }

    /** Zero days stand for no fading. */
    private static Decay decay(double halfLifeDays) {
        return halfLifeDays == 0
                ? Decay.none()
                : new Decay(halfLifeDays * Duration.ofDays(1).toSeconds());
    }
}
