package io.smartcrm.local.shop;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the command line asks for. */
record CommandLine(ShopSimulation simulation, double dirt, Path folder) {
    static final String USAGE =
            "Usage: DemoShop --size small|medium|large --seed N --to FOLDER [--dirt SHARE] [--end YYYY-MM-DD]";
    private static final Set<String> OPTIONS = Set.of("--size", "--seed", "--to", "--dirt", "--end");
    private static final double MOST_DIRT = 0.5;
    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2200;

    CommandLine {
        requireNonNull(simulation, "simulation is null");
        requireNonNull(folder, "folder is null");
    }

    /** @throws IllegalArgumentException with what is wrong and how to do it right */
    static CommandLine of(String... args) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i])) {
                throw wrong("Unknown option " + args[i]);
            }
            if (i + 1 == args.length) {
                throw wrong(args[i] + " needs a value");
            }
            options.put(args[i], args[i + 1]);
        }
        ShopSimulation simulation = new ShopSimulation(size(options), seed(options), end(options));
        return new CommandLine(simulation, dirt(options), folder(options));
    }

    private static Size size(Map<String, String> options) {
        String text = required(options, "--size");
        return Size.named(text).orElseThrow(() -> wrong("Unknown size " + text));
    }

    private static long seed(Map<String, String> options) {
        String text = required(options, "--seed");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong("--seed is a whole number of up to 18 digits, not " + text);
        }
    }

    private static LocalDate end(Map<String, String> options) {
        String text = options.getOrDefault("--end", ShopSimulation.LAST_DAY.toString());
        try {
            LocalDate end = LocalDate.parse(text);
            if (end.getYear() >= FIRST_YEAR && end.getYear() <= LAST_YEAR) {
                return end;
            }
        } catch (DateTimeException e) {
            throw wrong("--end is a date like 2026-09-27, not " + text);
        }
        throw wrong("--end is a date from " + FIRST_YEAR + " to " + LAST_YEAR + ", not " + text);
    }

    private static double dirt(Map<String, String> options) {
        String text = options.getOrDefault("--dirt", "0");
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= MOST_DIRT) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw wrong("--dirt is a share like 0.001, not " + text);
        }
        throw wrong("--dirt is a share from 0 to " + MOST_DIRT + ", not " + text);
    }

    private static Path folder(Map<String, String> options) {
        Path folder = Path.of(required(options, "--to"));
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw wrong("--to needs a folder, and " + folder + " is a file");
        }
        return folder;
    }

    private static String required(Map<String, String> options, String name) {
        return Optional.ofNullable(options.get(name)).orElseThrow(() -> wrong(name + " is missing"));
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + ". " + USAGE);
    }
}
