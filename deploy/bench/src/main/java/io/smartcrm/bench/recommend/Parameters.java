package io.smartcrm.bench.recommend;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.UsageException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The settings {@code --param k=v} of a model; whoever asks for one makes its name known. */
final class Parameters {
    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> known = new TreeSet<>();

    static Parameters of(Arguments arguments) {
        Parameters parameters = new Parameters();
        for (String given : arguments.all("param")) {
            int equals = given.indexOf('=');
            if (equals < 1) {
                throw arguments.complaint("--param '" + given + "' must be name=value");
            }
            if (parameters.values.put(given.substring(0, equals), given.substring(equals + 1)) != null) {
                throw arguments.complaint("--param " + given.substring(0, equals) + " is given twice");
            }
        }
        return parameters;
    }

    Optional<String> text(String name) {
        known.add(name);
        return Optional.ofNullable(values.get(name));
    }

    Optional<Double> notNegative(String name) {
        return text(name)
                .map(text -> Decimal.parse(text).stream()
                        .boxed()
                        .filter(value -> value >= 0)
                        .findFirst()
                        .orElseThrow(() -> new UsageException(
                                "parameter " + name + " must be a number of at least 0, not '" + text + "'")));
    }

    Optional<Integer> positive(String name) {
        return notNegative(name).map(value -> {
            if (value < 1 || value != Math.rint(value) || value > Integer.MAX_VALUE) {
                throw new UsageException("parameter " + name + " must be a positive whole number, not " + value);
            }
            return value.intValue();
        });
    }

    /** Refuses names nobody asked for. */
    void requireAllKnown(String model) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new UsageException("model " + model + " has no parameter '" + name + "'; it has: "
                        + (known.isEmpty() ? "none" : String.join(", ", known)));
            }
        }
    }
}
