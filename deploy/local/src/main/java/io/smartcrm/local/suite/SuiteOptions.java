package io.smartcrm.local.suite;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * What to run, and where.
 *
 * @param data the folder that keeps everything between runs
 * @param fresh forget what the folder holds
 * @param demo load the demo shop if the folder does not hold it yet
 * @param serversOnly PostgreSQL, Kafka and Keycloak without our own services
 * @param figures print ready times and memory
 * @param live redraw lines in place, as a terminal can
 * @param stop stop the suite that runs on the folder, and do nothing else
 */
public record SuiteOptions(
        Path data,
        SuitePorts ports,
        boolean fresh,
        boolean demo,
        boolean serversOnly,
        boolean figures,
        boolean live,
        boolean stop) {
    static final String USAGE = """
        Usage: deploy/up [options]
          --data DIR        keep data here (default: $SMARTCRM_HOME or ~/.smartcrm)
          --fresh           forget the data of earlier runs
          --without-demo    start without loading the demo shop
          --servers-only    start PostgreSQL, Kafka and Keycloak alone
          --ports-from N    use the ten ports from N instead of the usual ones
          --no-build        run what is built, even if the sources are newer
          --figures         print ready time and idle memory of each part
          --stop            stop the suite that runs on the data folder\
        """;

    public SuiteOptions {
        data = requireNonNull(data, "data is null").toAbsolutePath().normalize();
        requireNonNull(ports, "ports is null");
    }

    /** An empty suite for tests: own folder, own ports, no demo data. */
    public static SuiteOptions forTest(Path data, int firstPort) {
        return new SuiteOptions(data, SuitePorts.from(firstPort), false, false, false, false, false, false);
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException with what is wrong and the usage
     */
    static SuiteOptions parse(List<String> arguments, Map<String, String> environment) {
        SuiteOptions options = defaults(environment);
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            options = options.with(rest.pop(), rest);
        }
        return options;
    }

    private static SuiteOptions defaults(Map<String, String> environment) {
        String home = environment.getOrDefault("SMARTCRM_HOME", "");
        Path data = home.isBlank() ? Path.of(System.getProperty("user.home"), ".smartcrm") : Path.of(home);
        return new SuiteOptions(data, SuitePorts.usual(), false, true, false, false, false, false);
    }

    private SuiteOptions with(String argument, Deque<String> rest) {
        return switch (argument) {
            case "--data" ->
                new SuiteOptions(Path.of(value(argument, rest)), ports, fresh, demo, serversOnly, figures, live, stop);
            case "--ports-from" ->
                new SuiteOptions(
                        data, SuitePorts.from(number(argument, rest)), fresh, demo, serversOnly, figures, live, stop);
            case "--fresh" -> new SuiteOptions(data, ports, true, demo, serversOnly, figures, live, stop);
            case "--without-demo" -> new SuiteOptions(data, ports, fresh, false, serversOnly, figures, live, stop);
            case "--servers-only" -> new SuiteOptions(data, ports, fresh, false, true, figures, live, stop);
            case "--figures" -> new SuiteOptions(data, ports, fresh, demo, serversOnly, true, live, stop);
            case "--live" -> new SuiteOptions(data, ports, fresh, demo, serversOnly, figures, true, stop);
            case "--stop" -> new SuiteOptions(data, ports, fresh, demo, serversOnly, figures, live, true);
            default -> throw new IllegalArgumentException("deploy/up does not know " + argument + ".\n" + USAGE);
        };
    }

    private static int number(String argument, Deque<String> rest) {
        String text = value(argument, rest);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(argument + " takes a number, not '" + text + "'.\n" + USAGE, e);
        }
    }

    private static String value(String argument, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new IllegalArgumentException(argument + " needs a value.\n" + USAGE);
        }
        return rest.pop();
    }
}
