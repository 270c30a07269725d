package io.smartcrm.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of one call; every getter refuses a value it cannot use with a line that names it. */
public final class Arguments {
    private final Syntax syntax;
    private final Map<String, List<String>> values;

    Arguments(Syntax syntax, Map<String, List<String>> values) {
        this.syntax = syntax;
        this.values = values;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** All values of a repeatable option in the order given, or none. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    public Optional<String> text(String name) {
        List<String> given = all(name);
        if (given.size() > 1) {
            throw syntax.complaint("option --" + name + " is given " + given.size() + " times");
        }
        return given.stream().findFirst();
    }

    public String requiredText(String name) {
        return text(name).orElseThrow(() -> syntax.complaint("option --" + name + " is missing"));
    }

    /** An existing, readable file or pipe. */
    public Path readableFile(String name) {
        Path path = Path.of(requiredText(name));
        if (Files.isDirectory(path) || !Files.isReadable(path)) {
            throw new UsageException("--" + name + " " + path + " is not a readable file");
        }
        return path;
    }

    public int requiredPositive(String name) {
        return positive(name, requiredText(name));
    }

    public int positive(String name, int absent) {
        return text(name).map(text -> positive(name, text)).orElse(absent);
    }

    public long number(String name, long absent) {
        return text(name).map(text -> parse(name, text)).orElse(absent);
    }

    /** A refusal that ends with the usage line, for rules between options that only the command knows. */
    public UsageException complaint(String reason) {
        return syntax.complaint(reason);
    }

    private int positive(String name, String text) {
        long value = parse(name, text);
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw syntax.complaint("--" + name + " must be a positive whole number, not '" + text + "'");
        }
        return (int) value;
    }

    private long parse(String name, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw syntax.complaint("--" + name + " must be a whole number, not '" + text + "'");
        }
    }
}
