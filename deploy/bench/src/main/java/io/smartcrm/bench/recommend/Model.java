package io.smartcrm.bench.recommend;

import io.smartcrm.bench.UsageException;
import io.smartcrm.recommend.basket.Baskets;
import io.smartcrm.recommend.basket.SessionKnn;
import io.smartcrm.recommend.basket.SessionKnnSettings;
import io.smartcrm.recommend.collaborative.Decay;
import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.ItemKnn;
import io.smartcrm.recommend.collaborative.ItemKnnSettings;
import io.smartcrm.recommend.collaborative.Popularity;
import io.smartcrm.recommend.collaborative.Recommender;
import io.smartcrm.recommend.collaborative.Rp3Beta;
import io.smartcrm.recommend.collaborative.Rp3BetaSettings;
import io.smartcrm.recommend.collaborative.UserKnn;
import io.smartcrm.recommend.collaborative.UserKnnSettings;
import io.smartcrm.recommend.content.TextProfile;
import io.smartcrm.recommend.habit.BuyAgain;
import io.smartcrm.recommend.habit.BuyAgainSettings;
import io.smartcrm.recommend.habit.Trends;
import io.smartcrm.recommend.latent.Als;
import io.smartcrm.recommend.latent.AlsSettings;
import io.smartcrm.recommend.latent.Ease;
import io.smartcrm.recommend.latent.EaseSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A model by name with its settings, ready to be fitted. */
@FunctionalInterface
interface Model {
    Recommender fit(Training training);

    /** @throws UsageException naming the known models or parameters when the wanted one is not among them */
    static Model of(String name, Parameters parameters, long seed) {
        Map<String, Function<Parameters, Model>> models = new TreeMap<>(Map.ofEntries(
                Map.entry("popularity", given -> training -> Popularity.ofAllTime(training.interactions())),
                Map.entry("recent-popularity", Model::recentPopularity),
                Map.entry("item-knn", Model::itemKnn),
                Map.entry("user-knn", Model::userKnn),
                Map.entry("rp3beta", Model::rp3Beta),
                Map.entry("als", given -> als(given, seed)),
                Map.entry("ease", Model::ease),
                Map.entry("session-knn", Model::sessionKnn),
                Map.entry("buy-again", Model::buyAgain),
                Map.entry("trending", Model::trending),
                Map.entry("new-arrivals", Model::newArrivals),
                Map.entry("content", Model::content),
                Map.entry("knowledge-graph", KnowledgeModel::of),
                Map.entry("hybrid", HybridModel::of)));
        Function<Parameters, Model> factory = models.get(name);
        if (factory == null) {
            throw new UsageException(
                    "unknown model '" + name + "'; known models: " + String.join(", ", models.keySet()));
        }
        Model model = factory.apply(parameters);
        parameters.requireAllKnown(name);
        return model;
    }

    private static Model recentPopularity(Parameters parameters) {
        int days = parameters.positive("days").orElse(30);
        Optional<Decay> fading = Fading.halfLife(parameters, "half-life-days");
        if (fading.isPresent()) {
            return training -> Popularity.fading(training.interactions(), training.asOf(), fading.get());
        }
        return training -> Popularity.recent(training.interactions(), training.asOf(), Duration.ofDays(days));
    }

    private static Model itemKnn(Parameters parameters) {
        ItemKnnSettings preset = preset(parameters, ItemKnnSettings.CLASSIC, ItemKnnSettings.RECENT);
        ItemKnnSettings settings = preset.withNeighbours(
                        parameters.positive("neighbours").orElse(preset.neighbours()))
                .withShrinkage(parameters.notNegative("shrinkage").orElse(preset.shrinkage()))
                .withEmphasis(Fading.emphasis(parameters, preset.emphasis()));
        return training -> ItemKnn.fit(training.interactions(), training.asOf(), settings);
    }

    private static Model userKnn(Parameters parameters) {
        UserKnnSettings preset = preset(parameters, UserKnnSettings.CLASSIC, UserKnnSettings.RECENT);
        UserKnnSettings settings = new UserKnnSettings(
                parameters.positive("neighbours").orElse(preset.neighbours()),
                parameters.notNegative("shrinkage").orElse(preset.shrinkage()),
                Fading.emphasis(parameters, preset.emphasis()));
        return training -> UserKnn.fit(training.interactions(), training.asOf(), settings);
    }

    private static Model rp3Beta(Parameters parameters) {
        Rp3BetaSettings preset = preset(parameters, Rp3BetaSettings.CLASSIC, Rp3BetaSettings.RECENT);
        Rp3BetaSettings settings = new Rp3BetaSettings(
                parameters.notNegative("alpha").orElse(preset.alpha()),
                parameters.notNegative("beta").orElse(preset.beta()),
                parameters.positive("neighbours").orElse(preset.neighbours()),
                Fading.emphasis(parameters, preset.emphasis()));
        return training -> Rp3Beta.fit(training.interactions(), training.asOf(), settings);
    }

    private static Model als(Parameters parameters, long seed) {
        AlsSettings preset = preset(parameters, AlsSettings.CLASSIC, AlsSettings.RECENT);
        AlsSettings settings = new AlsSettings(
                parameters.positive("factors").orElse(preset.factors()),
                parameters.positive("epochs").orElse(preset.epochs()),
                parameters.notNegative("unobserved").orElse(preset.unobserved()),
                parameters.notNegative("regularisation").orElse(preset.regularisation()),
                parameters.positive("steps").orElse(preset.steps()),
                Fading.emphasis(parameters, preset.emphasis()),
                seed);
        return training -> Als.fit(training.interactions(), training.asOf(), settings);
    }

    private static Model ease(Parameters parameters) {
        EaseSettings preset = preset(parameters, EaseSettings.CLASSIC, EaseSettings.RECENT);
        EaseSettings settings = new EaseSettings(
                parameters.notNegative("regularisation").orElse(preset.regularisation()),
                parameters.positive("most-items").orElse(preset.mostItems()),
                Fading.emphasis(parameters, preset.emphasis()));
        Optional<Integer> pruned = parameters.positive("pruned");
        return training -> {
            Ease full = Ease.fit(training.interactions(), training.asOf(), settings);
            if (full.covered() < training.interactions().activeItems()) {
                System.err.printf(
                        "the %d items of most customers take part, of %d: the cap is %d, the matrix takes 4 n^2 bytes%n",
                        full.covered(), training.interactions().activeItems(), settings.mostItems());
            }
            return pruned.<Recommender>map(full::pruned).orElse(full);
        };
    }

    private static Model sessionKnn(Parameters parameters) {
        SessionKnnSettings settings = new SessionKnnSettings(
                parameters.positive("sample").orElse(SessionKnnSettings.DEFAULT.sample()),
                parameters.positive("neighbours").orElse(SessionKnnSettings.DEFAULT.neighbours()),
                parameters.positive("longest").orElse(SessionKnnSettings.DEFAULT.longest()));
        Duration gap = Duration.ofMinutes(parameters.positive("gap-minutes").orElse(30));
        return training -> SessionKnn.fit(Baskets.of(training.events(), gap, Integer.MAX_VALUE), settings);
    }

    /** What the customer has, by all signals; {@code by=habit} asks the habit alone. */
    private static Model buyAgain(Parameters parameters) {
        String by = parameters.text("by").orElse("all");
        if (by.equals("all")) {
            return HybridModel.ofOwn(parameters);
        }
        if (!by.equals("habit")) {
            throw new UsageException("parameter by must be all or habit, not '" + by + "'");
        }
        BuyAgainSettings preset = preset(parameters, BuyAgainSettings.COUNT, BuyAgainSettings.FADING);
        BuyAgainSettings settings = new BuyAgainSettings(
                Fading.halfLife(parameters, "half-life-days").orElse(preset.fading()),
                parameters.notNegative("cadence").orElse(preset.cadence()),
                parameters.notNegative("prior").orElse(preset.prior()));
        return training -> BuyAgain.fit(training.interactions(), settings).at(training.asOf());
    }

    private static Model trending(Parameters parameters) {
        Duration window = Duration.ofDays(parameters.positive("days").orElse(14));
        Duration before = Duration.ofDays(parameters.positive("before-days").orElse(56));
        return training ->
                Trends.of(training.events(), training.asOf(), window, before).trending();
    }

    private static Model newArrivals(Parameters parameters) {
        Duration window = Duration.ofDays(parameters.positive("days").orElse(30));
        Duration youngest = Duration.ofDays(parameters.positive("youngest-days").orElse(60));
        return training ->
                Trends.of(training.events(), training.asOf(), window, window).newArrivals(youngest);
    }

    private static Model content(Parameters parameters) {
        Emphasis emphasis = Fading.emphasis(parameters, preset(parameters, Emphasis.PLAIN, Emphasis.RECENT));
        return training -> {
            if (training.texts().isEmpty()) {
                throw new UsageException("the model content needs --items, a file with descriptions");
            }
            return TextProfile.fit(training.texts(), emphasis);
        };
    }

    /** The preset that {@code preset=classic} or {@code recent} names, the latter when none is named. */
    private static <T> T preset(Parameters parameters, T classic, T recent) {
        String name = parameters.text("preset").orElse("recent");
        return switch (name) {
            case "recent" -> recent;
            case "classic" -> classic;
            default -> throw new UsageException("unknown preset '" + name + "'; known presets: classic, recent");
        };
    }
}
