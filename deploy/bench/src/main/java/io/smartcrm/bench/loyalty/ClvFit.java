package io.smartcrm.bench.loyalty;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.Command;
import io.smartcrm.bench.CpuClock;
import io.smartcrm.bench.Figures;
import io.smartcrm.bench.Syntax;
import io.smartcrm.loyalty.value.GammaGamma;
import io.smartcrm.loyalty.value.Histories;
import io.smartcrm.loyalty.value.ModelFit;
import io.smartcrm.loyalty.value.TransactionModel;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Parameters, likelihood and hold-out error of a model of purchases. {@code cpu_ms} is one fit, warm, counting included;
 * {@code first_cpu_ms} the first of the process; {@code score_cpu_ms} expectation and probability of all customers.
 */
public final class ClvFit {
    private static final Syntax SYNTAX = new Syntax(
            "clv-fit (--transactions F --calibration-end DATE [--holdout-end DATE] | --summary F | --simulate N [--seed N]) "
                    + "--model bgnbd|mbgnbd|paretonbd [--monetary gammagamma] [--unit week|day]",
            Set.of(
                    "transactions",
                    "calibration-end",
                    "holdout-end",
                    "summary",
                    "simulate",
                    "seed",
                    "model",
                    "monetary",
                    "unit"),
            Set.of());
    private static final long WARM_NANOS = 2_000_000_000L;
    private static final int SIMULATED_WEEKS = 26;

    private ClvFit() {}

    public static void main(String[] args) {
        Command.execute("clv-fit", SYNTAX, args, ClvFit::run);
    }

    private static Figures run(Arguments arguments) throws IOException {
        TransactionModel.Kind kind = kind(arguments);
        Optional<String> monetary = arguments.text("monetary");
        if (monetary.isPresent() && !monetary.get().equals("gammagamma")) {
            throw arguments.complaint("--monetary must be gammagamma");
        }
        double unit = unit(arguments);
        Buyers buyers = buyers(arguments, unit);
        System.err.println(buyers.size() + " customers read");
        try {
            return measure(arguments, buyers, kind, unit, monetary.isPresent());
        } catch (IllegalArgumentException unusable) {
            throw arguments.complaint(String.valueOf(unusable.getMessage()));
        }
    }

    private static Figures measure(
            Arguments arguments, Buyers buyers, TransactionModel.Kind kind, double unit, boolean monetary) {
        CpuClock clock = CpuClock.start();
        ModelFit fit = fit(kind, buyers);
        double first = clock.seconds();
        int fits = 0;
        for (long end = System.nanoTime() + WARM_NANOS; System.nanoTime() < end; fits++) {
            fit(kind, buyers);
        }
        clock = CpuClock.start();
        for (int i = 0; i < fits; i++) {
            fit = fit(kind, buyers);
        }
        double warm = clock.seconds() / fits;
        var figures = new Figures();
        double[] parameters = fit.model().parameters();
        for (int i = 0; i < parameters.length; i++) {
            figures.add(kind.parameter(i), parameters[i], 5);
        }
        figures.add("ll", fit.logLikelihood(), 4).add("customers", fit.customers());
        if (monetary) {
            add(figures, buyers);
        }
        clock = CpuClock.start();
        double[] expected = expected(fit.model(), buyers, holdout(arguments, unit));
        double score = clock.seconds();
        if (buyers.holdout().length > 0) {
            double error = 0;
            for (int i = 0; i < expected.length; i++) {
                error += Math.abs(expected[i] - buyers.holdout()[i]) / expected.length;
            }
            figures.add("mae_holdout", error, 4)
                    .add("predicted_total", Arrays.stream(expected).sum(), 1)
                    .add(
                            "actual_total",
                            Arrays.stream(buyers.holdout()).asLongStream().sum());
        }
        return figures.add("cpu_ms", warm * 1000, 2)
                .add("first_cpu_ms", first * 1000, 0)
                .add("score_cpu_ms", score * 1000, 0);
    }

    private static ModelFit fit(TransactionModel.Kind kind, Buyers buyers) {
        return ModelFit.of(kind, Histories.of(buyers.x(), buyers.last(), buyers.length()));
    }

    private static void add(Figures figures, Buyers buyers) {
        int[] paying = buyers.paying();
        GammaGamma.Fit fit = GammaGamma.fit(
                Arrays.stream(paying).map(i -> buyers.x()[i]).toArray(),
                Arrays.stream(paying).mapToDouble(i -> buyers.mean()[i]).toArray());
        figures.add("p", fit.model().p(), 5)
                .add("q", fit.model().q(), 5)
                .add("gamma", fit.model().gamma(), 5)
                .add("ll_monetary", fit.logLikelihood(), 4)
                .add("paying", fit.customers());
    }

    private static double[] expected(TransactionModel model, Buyers buyers, double time) {
        double[] expected = new double[buyers.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = model.expected(buyers.x()[i], buyers.last()[i], buyers.length()[i], time);
        }
        return expected;
    }

    private static Buyers buyers(Arguments arguments, double unit) throws IOException {
        if (arguments.has("simulate")) {
            return Buyers.simulated(
                    arguments.requiredPositive("simulate"), SIMULATED_WEEKS, arguments.number("seed", 1));
        }
        if (arguments.has("summary")) {
            return new BuyerFile(arguments.readableFile("summary")).summary();
        }
        Optional<LocalDate> holdoutEnd = arguments.text("holdout-end").map(text -> date(arguments, text));
        LocalDate calibrationEnd = date(arguments, arguments.requiredText("calibration-end"));
        Buyers buyers =
                new BuyerFile(arguments.readableFile("transactions")).transactions(calibrationEnd, holdoutEnd, unit);
        return holdoutEnd.isPresent()
                ? buyers
                : new Buyers(buyers.x(), buyers.last(), buyers.length(), buyers.mean(), new int[0]);
    }

    /** In the unit; a year when there is nothing to compare with. */
    private static double holdout(Arguments arguments, double unit) {
        if (arguments.has("simulate")) {
            return SIMULATED_WEEKS;
        }
        return arguments
                .text("holdout-end")
                .map(text -> (date(arguments, text).toEpochDay()
                                - date(arguments, arguments.requiredText("calibration-end"))
                                        .toEpochDay())
                        / unit)
                .orElse(365 / unit);
    }

    private static LocalDate date(Arguments arguments, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw arguments.complaint("'" + text + "' is not a date such as 1997-09-30");
        }
    }

    private static double unit(Arguments arguments) {
        return switch (arguments.text("unit").orElse("week")) {
            case "week" -> 7;
            case "day" -> 1;
            default -> throw arguments.complaint("--unit must be week or day");
        };
    }

    private static TransactionModel.Kind kind(Arguments arguments) {
        String name = arguments.requiredText("model");
        try {
            return TransactionModel.Kind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw arguments.complaint("--model '" + name + "' is none of bgnbd, mbgnbd, paretonbd");
        }
    }
}
