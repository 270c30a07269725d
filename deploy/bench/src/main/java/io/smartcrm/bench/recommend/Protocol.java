package io.smartcrm.bench.recommend;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.CpuClock;
import io.smartcrm.bench.Figures;
import io.smartcrm.bench.UsageException;
import io.smartcrm.recommend.collaborative.Events;
import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.Recommender;
import io.smartcrm.recommend.evaluation.Choice;
import io.smartcrm.recommend.evaluation.ChoiceAccuracy;
import io.smartcrm.recommend.evaluation.ListQuality;
import io.smartcrm.recommend.evaluation.StrongGeneralisation;
import io.smartcrm.recommend.evaluation.TimeSplit;
import io.smartcrm.recommend.evaluation.TopListAccuracy;
import io.smartcrm.recommend.evaluation.Trial;
import java.io.IOException;
import java.util.List;

/** Reads the files of one way to test, fits the model to the training part and measures it on the rest. */
enum Protocol {
    TEMPORAL {
        @Override
        Figures run(Model model, Arguments arguments) throws IOException {
            String from = arguments.requiredText("test-from");
            long testFrom = PointInTime.parse(from)
                    .orElseThrow(() -> arguments.complaint("--test-from '" + from + "' is not a date"));
            Numbering customers = new Numbering();
            Numbering items = new Numbering();
            Events events = EventFile.read(arguments.readableFile("events"), customers, items)
                    .events(customers, items);
            Training training = Training.of(events.before(testFrom), testFrom, texts(arguments, items));
            List<Trial> trials = arguments.has("unknown-customers")
                    ? TimeSplit.ofUnknownCustomers(events, testFrom)
                    : TimeSplit.of(events, testFrom, arguments.has("new-items-only"))
                            .trials();
            return topLists(model, training, trials);
        }
    },
    STRONG_GENERALISATION {
        @Override
        Figures run(Model model, Arguments arguments) throws IOException {
            Numbering trained = new Numbering();
            Numbering users = new Numbering();
            Numbering items = new Numbering();
            EventColumns train = PairFile.read(arguments.readableFile("train"), trained, items);
            EventColumns foldIn = PairFile.read(arguments.readableFile("fold-in"), users, items);
            EventColumns test = PairFile.read(arguments.readableFile("test"), users, items);
            List<Trial> trials = StrongGeneralisation.trials(
                    Interactions.of(foldIn.events(users, items)), Interactions.of(test.events(users, items)));
            return topLists(model, Training.of(train.events(trained, items), 0, texts(arguments, items)), trials);
        }
    },
    LEAVE_ONE_OUT {
        @Override
        Figures run(Model model, Arguments arguments) throws IOException {
            Numbering users = new Numbering();
            Numbering items = new Numbering();
            EventColumns train = PairFile.read(arguments.readableFile("train"), users, items);
            List<NegativesFile.Row> rows = NegativesFile.read(arguments.readableFile("negatives"), users, items);
            Training training = Training.of(train.events(users, items), 0, texts(arguments, items));
            List<Choice> choices = rows.stream()
                    .map(row -> Choice.of(training.interactions().history(row.user), row.positive, row.negatives))
                    .toList();
            return choices(model, training, choices);
        }
    };

    /** The protocol whose files are named, of which there must be exactly one. */
    static Protocol of(Arguments arguments) {
        if (arguments.has("events")) {
            refuse(arguments, "--events", "train", "fold-in", "test", "negatives");
            return TEMPORAL;
        }
        if (!arguments.has("train")) {
            throw arguments.complaint("--events or --train is missing");
        }
        refuse(arguments, "--train", "test-from", "new-items-only", "unknown-customers");
        if (arguments.has("negatives")) {
            refuse(arguments, "--negatives", "fold-in", "test");
            return LEAVE_ONE_OUT;
        }
        if (!arguments.has("fold-in")) {
            throw arguments.complaint("--train needs --fold-in and --test, or --negatives");
        }
        return STRONG_GENERALISATION;
    }

    private static void refuse(Arguments arguments, String chosen, String... others) {
        for (String other : others) {
            if (arguments.has(other)) {
                throw arguments.complaint("--" + other + " does not go with " + chosen);
            }
        }
    }

    private static List<String> texts(Arguments arguments, Numbering items) throws IOException {
        return arguments.has("items") ? ItemFile.texts(arguments.readableFile("items"), items) : List.of();
    }

    abstract Figures run(Model model, Arguments arguments) throws IOException;

    private static Figures topLists(Model model, Training training, List<Trial> trials) {
        requireSome(trials.size(), "no customer has both a known choice and one to foresee");
        CpuClock fitting = CpuClock.start();
        Recommender fitted = model.fit(training);
        double fitSeconds = fitting.seconds();
        CpuClock scoring = CpuClock.start();
        TopListAccuracy accuracy = TopListAccuracy.of(fitted, trials);
        double scoreSeconds = scoring.seconds();
        System.err.printf(
                "map100 %.4f, hit20 %.4f, different items in the first 20: %d%n",
                accuracy.averagePrecision100().value(), accuracy.hit20().value(), accuracy.coverage20());
        ListQuality quality = ListQuality.of(fitted, trials, training.interactions());
        return quality(
                quality,
                sizes(trials.size(), training.interactions())
                        .add("recall20", accuracy.recall20().value(), 4)
                        .add("recall50", accuracy.recall50().value(), 4)
                        .add("ndcg100", accuracy.ndcg100().value(), 4)
                        .add("se_recall20", accuracy.recall20().standardError(), 4)
                        .add(
                                "coverage20",
                                (double) accuracy.coverage20()
                                        / training.interactions().activeItems(),
                                4)
                        .add("fit_cpu_s", fitSeconds, 2)
                        .add("score_ms_per_user", 1000 * scoreSeconds / trials.size(), 3));
    }

    private static Figures quality(ListQuality quality, Figures figures) {
        return figures.add("mrr20", quality.reciprocalRank20().value(), 4)
                .add("se_mrr20", quality.reciprocalRank20().standardError(), 4)
                .add("novelty20_bits", quality.novelty20().value(), 3)
                .add("se_novelty20_bits", quality.novelty20().standardError(), 3)
                .add("diversity20", quality.diversity20().value(), 4)
                .add("se_diversity20", quality.diversity20().standardError(), 4)
                .add("popularity_lift20", quality.popularityLift().value(), 3)
                .add("se_popularity_lift20", quality.popularityLift().standardError(), 3);
    }

    private static Figures choices(Model model, Training training, List<Choice> choices) {
        CpuClock fitting = CpuClock.start();
        Recommender fitted = model.fit(training);
        double fitSeconds = fitting.seconds();
        CpuClock scoring = CpuClock.start();
        ChoiceAccuracy accuracy = ChoiceAccuracy.of(fitted, choices);
        double scoreSeconds = scoring.seconds();
        return sizes(choices.size(), training.interactions())
                .add("hr10", accuracy.hit10().value(), 4)
                .add("ndcg10", accuracy.ndcg10().value(), 4)
                .add("se_hr10", accuracy.hit10().standardError(), 4)
                .add("fit_cpu_s", fitSeconds, 2)
                .add("score_ms_per_user", 1000 * scoreSeconds / choices.size(), 3);
    }

    private static Figures sizes(int users, Interactions training) {
        requireSome(training.pairs(), "the training part is empty");
        return new Figures()
                .add("users", users)
                .add("items", training.activeItems())
                .add("pairs", training.pairs());
    }

    private static void requireSome(int count, String otherwise) {
        if (count == 0) {
            throw new UsageException(otherwise);
        }
    }
}
