package io.smartcrm.bench.recommend;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.Command;
import io.smartcrm.bench.CpuClock;
import io.smartcrm.bench.Figures;
import io.smartcrm.bench.Syntax;
import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.Events;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.Ranking;
import io.smartcrm.recommend.hybrid.Hybrid;
import io.smartcrm.recommend.hybrid.Signal;
import io.smartcrm.recommend.hybrid.Weights;
import io.smartcrm.recommend.latent.Als;
import io.smartcrm.recommend.latent.AlsReasons;
import io.smartcrm.recommend.latent.AlsSettings;
import io.smartcrm.recommend.latent.AlsTraining;
import io.smartcrm.recommend.latent.Ease;
import io.smartcrm.recommend.latent.EaseSettings;
import io.smartcrm.recommend.training.ModelSize;
import io.smartcrm.recommend.training.TrainedModel;
import io.smartcrm.recommend.training.TrainingData;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** CPU time of the costly steps on simulated choices: 459,000 pairs, popular items chosen more; one thread, once warm. */
public final class RecommendSpeed {
    private static final Syntax SYNTAX = new Syntax(
            "recommend-speed [--pairs N] [--customers N] [--items N]", Set.of("pairs", "customers", "items"), Set.of());
    private static final int WARM_EPOCHS = 6;
    private static final int ROUNDS = 3_000;
    /** A year of seconds. */
    private static final long NOW = 365L * 86_400;

    private RecommendSpeed() {}

    public static void main(String[] args) {
        Command.execute("recommend-speed", SYNTAX, args, RecommendSpeed::run);
    }

    private static Figures run(Arguments arguments) {
        Interactions shop = Interactions.of(simulated(
                arguments.positive("customers", 5_000),
                arguments.positive("items", 3_495),
                arguments.positive("pairs", 459_000)));
        Figures figures = new Figures().add("pairs", shop.pairs()).add("items", shop.items());
        figures.add("als64_s_per_epoch", epoch(shop, 64), 3);
        figures.add("als128_s_per_epoch", epoch(shop, 128), 3);
        Als model = Als.fit(shop, 0, AlsSettings.CLASSIC);
        figures.add("fold_in_us", foldIn(shop, model), 1);
        figures.add("top100_us", top(shop, model), 1);
        figures.add("als_bytes", model.bytes());
        addServing(figures, shop);
        CpuClock clock = CpuClock.start();
        Ease ease = Ease.fit(shop, 0, EaseSettings.CLASSIC);
        return figures.add("ease_s", clock.seconds(), 2)
                .add("ease_items", ease.covered())
                .add("ease_bytes", ease.bytes());
    }

    private static double epoch(Interactions shop, int factors) {
        AlsTraining training = new AlsTraining(shop, 0, new AlsSettings(factors, 1, .1, .01, 3, Emphasis.PLAIN, 1));
        for (int epoch = 0; epoch < WARM_EPOCHS; epoch++) {
            training.epoch();
        }
        CpuClock clock = CpuClock.start();
        for (int epoch = 0; epoch < WARM_EPOCHS; epoch++) {
            training.epoch();
        }
        System.err.println("factorisation with " + factors + " factors measured");
        return clock.seconds() / WARM_EPOCHS;
    }

    private static double foldIn(Interactions shop, Als model) {
        double length = 0;
        for (int round = 0; round < ROUNDS; round++) {
            length += model.foldIn(shop.history(round % shop.customers()))[0];
        }
        CpuClock clock = CpuClock.start();
        for (int round = 0; round < ROUNDS; round++) {
            length += model.foldIn(shop.history(round % shop.customers()))[0];
        }
        double seconds = clock.seconds();
        System.err.println("folding in measured, " + (Double.isNaN(length) ? "in vain" : "to use"));
        return 1e6 * seconds / ROUNDS;
    }

    private static double top(Interactions shop, Als model) {
        float[] scores = new float[shop.items()];
        float[][] customers = new float[100][];
        for (int customer = 0; customer < customers.length; customer++) {
            customers[customer] = model.foldIn(shop.history(customer));
        }
        long best = 0;
        CpuClock clock = CpuClock.start();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            if (round == ROUNDS) {
                clock = CpuClock.start();
            }
            model.score(customers[round % customers.length], scores);
            best += Ranking.top(scores, 100, item -> true).item(0);
        }
        double seconds = clock.seconds();
        System.err.println("top lists measured, mean first item " + best / (2 * ROUNDS));
        return 1e6 * seconds / ROUNDS;
    }

    /** The serving core: all signals of a list scored, the first hundred chosen, reasons prepared; by the wall clock. */
    private static void addServing(Figures figures, Interactions shop) {
        CpuClock clock = CpuClock.start();
        TrainedModel model = trained(shop);
        figures.add("train_all_s", clock.seconds(), 2).add("model_bytes", model.bytes());
        Hybrid hybrid = model.hybrid(Weights.DEFAULT.with(Signal.SESSION, .5), NOW);
        double[] micros = new double[ROUNDS];
        for (int round = 0; round < 2 * ROUNDS; round++) {
            History history = shop.history(round % shop.customers());
            long started = System.nanoTime();
            Ranking top = Ranking.top(Hybrid.sum(hybrid.shares(history)), 100, item -> true);
            AlsReasons reasons = model.taste().reasons(history);
            for (int rank = 0; rank < Math.min(20, top.size()); rank++) {
                reasons.of(top.item(rank));
            }
            micros[round % ROUNDS] = (System.nanoTime() - started) / 1e3;
        }
        Arrays.sort(micros);
        figures.add("serve_p50_us", micros[ROUNDS / 2], 0).add("serve_p99_us", micros[ROUNDS * 99 / 100], 0);
        System.err.println("serving measured");
    }

    private static TrainedModel trained(Interactions shop) {
        int[] customer = new int[shop.pairs()];
        int[] item = new int[customer.length];
        long[] time = new long[customer.length];
        float[] weight = new float[customer.length];
        Random random = new Random(2);
        for (int number = 0; number < shop.customers(); number++) {
            for (int pair = shop.start(number); pair < shop.start(number) + shop.length(number); pair++) {
                customer[pair] = number;
                item[pair] = shop.item(pair);
                time[pair] = (long) (random.nextDouble() * NOW);
                weight[pair] = 1;
            }
        }
        List<String> texts = IntStream.range(0, shop.items())
                .mapToObj(any -> "w" + random.nextInt(500) + " v" + random.nextInt(200) + " u" + random.nextInt(50))
                .toList();
        Events events = Events.of(shop.customers(), shop.items(), customer, item, time, weight);
        int[] products = IntStream.range(0, shop.items()).toArray();
        return TrainedModel.fit(
                new TrainingData(events, products, texts, NOW), new ModelSize(50, 64, 50_000, Duration.ofDays(30)));
    }

    /** Customers choose about equally often; an item's chance falls with its number. */
    private static Events simulated(int customers, int items, int pairs) {
        Random random = new Random(1);
        // About one in fifty comes twice.
        int size = pairs + pairs / 48;
        int[] customer = new int[size];
        int[] item = new int[size];
        for (int entry = 0; entry < size; entry++) {
            customer[entry] = random.nextInt(customers);
            item[entry] = (int) (items * Math.pow(random.nextDouble(), 1.5));
        }
        return Events.of(customers, items, customer, item);
    }
}
