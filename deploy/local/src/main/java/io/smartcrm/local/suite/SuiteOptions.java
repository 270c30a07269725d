package io.smartcrm.local.suite;

import static java.util.Objects.requireNonNull;

import io.smartcrm.local.DataFolder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to run, and where.
 *
 * @param folder keeps everything between runs
 */
public record SuiteOptions(DataFolder folder, SuitePorts ports, Set<Wish> wishes) {
    static final String USAGE = """
        Usage: deploy/up [options]
          --data DIR        keep data here (default: $SMARTCRM_HOME or ~/.smartcrm)
          --fresh           forget the data of earlier runs
          --without-demo    start without loading the demo shop
          --servers-only    start PostgreSQL, Kafka and Keycloak alone
          --ports-from N    use the ten ports from N instead of the usual ones
          --no-build        run what is built, even if the sources are newer
          --native          run the services that were compiled to an executable (-Dnative) as such
          --figures         print ready time and idle memory of each part
          --stop            stop the suite that runs on the data folder\
        """;

    public SuiteOptions {
        requireNonNull(folder, "folder is null");
        requireNonNull(ports, "ports is null");
        wishes = Set.copyOf(wishes);
    }

    /** An empty suite for tests: own folder, own ports, no demo shop. */
    public static SuiteOptions forTest(Path data, int firstPort, Wish... wishes) {
        Set<Wish> all = EnumSet.of(Wish.WITHOUT_DEMO, wishes);
        return new SuiteOptions(DataFolder.forTest(data), SuitePorts.from(firstPort), all);
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException with what is wrong and the usage
     */
    static SuiteOptions parse(List<String> arguments, Map<String, String> environment) {
        String home = environment.getOrDefault("SMARTCRM_HOME", "");
        Path data = home.isBlank() ? Path.of(System.getProperty("user.home"), ".smartcrm") : Path.of(home);
        SuitePorts ports = SuitePorts.usual();
        Set<Wish> wishes = EnumSet.noneOf(Wish.class);
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            switch (argument) {
                case "--data" -> data = Path.of(value(argument, rest));
                case "--ports-from" -> ports = SuitePorts.from(number(argument, rest));
                default -> wishes.add(wish(argument));
            }
        }
        return new SuiteOptions(DataFolder.kept(data), ports, wishes);
    }

    private static Wish wish(String argument) {
        return Wish.of(argument).orElseThrow(() -> wrong("deploy/up does not know " + argument));
    }

    private static int number(String argument, Deque<String> rest) {
        String text = value(argument, rest);
        if (!text.matches("\\d{1,9}")) {
            throw wrong(argument + " takes a number, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static String value(String argument, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw wrong(argument + " needs a value");
        }
        return rest.pop();
    }

    private static IllegalArgumentException wrong(String fault) {
        return new IllegalArgumentException(fault + ".\n" + USAGE);
    }

    Path data() {
        return folder.root();
    }

    boolean has(Wish wish) {
        return wishes.contains(wish);
    }

    /** Whether the demo shop is loaded if the folder does not hold it yet; it takes our own services. */
    boolean demo() {
        return !has(Wish.WITHOUT_DEMO) && !has(Wish.SERVERS_ONLY);
    }
}
