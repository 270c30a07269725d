package io.smartcrm.bench.recommend;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.Command;
import io.smartcrm.bench.Figures;
import io.smartcrm.bench.Syntax;
import java.io.IOException;
import java.util.Set;

/** Accuracy of a recommender by time split, by strong generalisation or by leaving one choice out. */
public final class RecommendAccuracy {
    static final Syntax SYNTAX = new Syntax(
            "recommend-accuracy --model NAME [--param k=v ...] [--seed N] [--items F] (--events F --test-from DATE"
                    + " [--new-items-only | --unknown-customers] | --train F --fold-in F --test F | --train F --negatives F)",
            Set.of("model", "param", "seed", "events", "test-from", "train", "fold-in", "test", "negatives", "items"),
            Set.of("new-items-only", "unknown-customers"));

    private RecommendAccuracy() {}

    public static void main(String[] args) {
        Command.execute("recommend-accuracy", SYNTAX, args, RecommendAccuracy::run);
    }

    static Figures run(Arguments arguments) throws IOException {
        long seed = arguments.number("seed", 1);
        Model model = Model.of(arguments.requiredText("model"), Parameters.of(arguments), seed);
        return Protocol.of(arguments).run(model, arguments);
    }
}
