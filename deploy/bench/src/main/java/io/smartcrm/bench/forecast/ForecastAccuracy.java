package io.smartcrm.bench.forecast;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.Command;
import io.smartcrm.bench.CpuClock;
import io.smartcrm.bench.Figures;
import io.smartcrm.bench.Syntax;
import io.smartcrm.forecast.accuracy.AccuracySummary;
import io.smartcrm.forecast.accuracy.Errors;
import io.smartcrm.forecast.accuracy.IntervalErrors;
import io.smartcrm.forecast.accuracy.Scale;
import io.smartcrm.forecast.forecasting.Forecast;
import io.smartcrm.forecast.forecasting.Method;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Accuracy of a method on files of series. {@code cpu_s} is the first run over all series, compilation by the virtual
 * machine included; {@code ms_per_series} is CPU time once warm, for which a short run is repeated.
 */
public final class ForecastAccuracy {
    private static final double LEVEL = 0.95;

    private static final Syntax SYNTAX = new Syntax(
            "forecast-accuracy --train F --test F --period M --horizon H [--method NAME] [--threads N]"
                    + " [--forecasts OUT] [--mase-period M]",
            Set.of("train", "test", "period", "horizon", "method", "threads", "forecasts", "mase-period"),
            Set.of());

    private ForecastAccuracy() {}

    public static void main(String[] args) {
        Command.execute("forecast-accuracy", SYNTAX, args, ForecastAccuracy::run);
    }

    private static Figures run(Arguments arguments) throws IOException {
        Path trainFile = arguments.readableFile("train");
        Path testFile = arguments.readableFile("test");
        int period = arguments.requiredPositive("period");
        int horizon = arguments.requiredPositive("horizon");
        int masePeriod = arguments.positive("mase-period", period);
        Method method = method(arguments);
        Map<String, double[]> train = SeriesFile.read(trainFile);
        Map<String, double[]> test = SeriesFile.read(testFile);
        List<Task> tasks = Task.pair(train, test, horizon);
        reportUnpaired(train, test, tasks);
        Runner runner = new Runner(tasks, period, horizon, arguments.positive("threads", 1), LEVEL);

        CpuClock clock = CpuClock.start();
        List<Forecast> forecasts = runner.run(method);
        double cpuSeconds = clock.seconds();
        double warmSeconds = runner.warm(method, cpuSeconds);

        AccuracySummary summary = summary(tasks, forecasts, masePeriod);
        AccuracySummary benchmark =
                method == Method.NAIVE2 ? summary : summary(tasks, runner.run(Method.NAIVE2), masePeriod);
        if (summary.unscaled() > 0) {
            System.err.println(summary.unscaled() + " series have no MASE scale (constant, or not longer than"
                    + " --mase-period) and are left out of mase and msis95");
        }
        if (arguments.has("forecasts")) {
            write(Path.of(arguments.requiredText("forecasts")), tasks, forecasts);
        }
        return new Figures()
                .add("series", summary.series())
                .add("smape", summary.smape(), 3)
                .add("mase", summary.mase(), 3)
                .add("owa", summary.owa(benchmark), 4)
                .add("coverage95", summary.coverage(), 4)
                .add("msis95", summary.msis(), 3)
                .add("bias", summary.pooled().bias(), 4)
                .add("rmse_pooled", summary.pooled().rmse(), 4)
                .add("cpu_s", cpuSeconds, 2)
                .add("ms_per_series", warmSeconds * 1000 / tasks.size(), 4);
    }

    private static Method method(Arguments arguments) {
        try {
            return Method.named(arguments.text("method").orElse("default"));
        } catch (IllegalArgumentException e) {
            throw arguments.complaint("--method: " + e.getMessage());
        }
    }

    private static void reportUnpaired(Map<String, double[]> train, Map<String, double[]> test, List<Task> tasks) {
        int unpaired = train.size() + test.size() - 2 * tasks.size();
        if (unpaired > 0) {
            System.err.println(unpaired + " lines have no counterpart with values in the other file and are left out");
        }
    }

    private static AccuracySummary summary(List<Task> tasks, List<Forecast> forecasts, int masePeriod) {
        AccuracySummary summary = new AccuracySummary(LEVEL);
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            Forecast forecast = forecasts.get(i);
            summary.add(
                    Errors.of(task.actual(), forecast.mean()),
                    IntervalErrors.of(task.actual(), forecast.interval(LEVEL)),
                    Scale.of(task.history(), masePeriod));
        }
        return summary;
    }

    private static void write(Path path, List<Task> tasks, List<Forecast> forecasts) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(path)) {
            for (int i = 0; i < tasks.size(); i++) {
                String values = DoubleStream.of(forecasts.get(i).mean())
                        .mapToObj(Double::toString)
                        .collect(Collectors.joining(","));
                writer.write(tasks.get(i).id() + "," + values + "\n");
            }
        }
    }
}
