package io.smartcrm.bench;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a command accepts.
 *
 * @param usage one line shown with every complaint
 * @param options names that take a value, without dashes; may be given more than once
 * @param flags names that take none
 */
public record Syntax(String usage, Set<String> options, Set<String> flags) {
    public Syntax {
        requireNonNull(usage, "usage is null");
        options = Set.copyOf(options);
        flags = Set.copyOf(flags);
    }

    /** The arguments of one call; an unknown or incomplete option is refused with the usage line. */
    public Arguments parse(String[] args) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i++) {
            String argument = args[i];
            if (!argument.startsWith("--")) {
                throw complaint("unexpected argument '" + argument + "'");
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
            List<String> given = values.computeIfAbsent(name, any -> new ArrayList<>());
            if (flags.contains(name) && equals < 0) {
                continue;
            }
            if (!options.contains(name)) {
                throw complaint("unknown option '" + argument + "'");
            }
            if (equals >= 0) {
                given.add(argument.substring(equals + 1));
            } else if (i + 1 < args.length) {
                given.add(args[++i]);
            } else {
                throw complaint("option --" + name + " needs a value");
            }
        }
        return new Arguments(this, values);
    }

    UsageException complaint(String reason) {
        return new UsageException(reason + "; usage: " + usage);
    }
}
