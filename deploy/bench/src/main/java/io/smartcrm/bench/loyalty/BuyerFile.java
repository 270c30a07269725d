package io.smartcrm.bench.loyalty;

import io.smartcrm.bench.DataFile;
import io.smartcrm.bench.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads who bought when. Cells are parted by commas, semicolons, tabs or blanks and may be quoted; lines that cannot be
 * read are headers at the top, and errors below.
 */
final class BuyerFile {
    private static final Pattern PARTS = Pattern.compile("\\s*[,;\\t]\\s*|\\s+");
    private static final Pattern PLAIN_DATE = Pattern.compile("\\d{8}");

    private final Path path;
    /** Blank lines are not counted. */
    private int line;

    BuyerFile(Path path) {
        this.path = path;
    }

    /**
     * Lines of customer, date and amount: the first cell, the first that is a date, and the last. What one customer buys on
     * one day is one purchase.
     *
     * @param calibrationEnd the last day to fit to
     * @param holdoutEnd the last day to compare with
     * @param unit days that one unit of time has
     */
    Buyers transactions(LocalDate calibrationEnd, Optional<LocalDate> holdoutEnd, double unit) throws IOException {
        Map<String, NavigableMap<LocalDate, Double>> customers = new LinkedHashMap<>();
        for (List<String> cells : rows()) {
            line++;
            Optional<LocalDate> day =
                    cells.stream().skip(1).flatMap(cell -> date(cell).stream()).findFirst();
            if (day.isEmpty()) {
                if (customers.isEmpty()) {
                    continue;
                }
                throw new UsageException(path + " row " + line + ": no date such as 1997-01-31 or 19970131");
            }
            if (!day.get().isAfter(holdoutEnd.orElse(calibrationEnd))) {
                customers
                        .computeIfAbsent(cells.get(0), id -> new TreeMap<>())
                        .merge(day.get(), number(cells.get(cells.size() - 1)), Double::sum);
            }
        }
        customers.values().removeIf(days -> days.firstKey().isAfter(calibrationEnd));
        return counted(customers, calibrationEnd, unit);
    }

    private static Buyers counted(
            Map<String, NavigableMap<LocalDate, Double>> customers, LocalDate calibrationEnd, double unit) {
        int n = customers.size();
        var buyers = new Buyers(new int[n], new double[n], new double[n], new double[n], new int[n]);
        int i = 0;
        for (NavigableMap<LocalDate, Double> days : customers.values()) {
            var known = days.headMap(calibrationEnd, true);
            LocalDate first = known.firstKey();
            buyers.x()[i] = known.size() - 1;
            buyers.last()[i] = (known.lastKey().toEpochDay() - first.toEpochDay()) / unit;
            buyers.length()[i] = (calibrationEnd.toEpochDay() - first.toEpochDay()) / unit;
            buyers.holdout()[i] = days.size() - known.size();
            if (known.size() > 1) {
                buyers.mean()[i] = known.tailMap(first, false).values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum()
                        / (known.size() - 1);
            }
            i++;
        }
        return buyers;
    }

    /** Lines of x, t_x, T and the mean amount, if it is known. */
    Buyers summary() throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (List<String> cells : rows()) {
            line++;
            if (rows.isEmpty() && cells.stream().anyMatch(cell -> !isNumber(cell))) {
                continue;
            }
            if (cells.size() < 3) {
                throw new UsageException(
                        path + " row " + line + ": x, t_x and T are needed, " + cells.size() + " found");
            }
            rows.add(cells.stream().mapToDouble(this::number).toArray());
        }
        int n = rows.size();
        var buyers = new Buyers(new int[n], new double[n], new double[n], new double[n], new int[0]);
        for (int i = 0; i < n; i++) {
            double[] row = rows.get(i);
            buyers.x()[i] = (int) row[0];
            buyers.last()[i] = row[1];
            buyers.length()[i] = row[2];
            buyers.mean()[i] = row.length > 3 ? row[3] : 0;
        }
        return buyers;
    }

    private List<List<String>> rows() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (BufferedReader in = DataFile.open(path)) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                String plain = text.replace("\"", "").strip();
                if (!plain.isEmpty()) {
                    rows.add(List.of(PARTS.split(plain, -1)));
                }
            }
        }
        if (rows.isEmpty()) {
            throw new UsageException(path + " is empty");
        }
        return rows;
    }

    private static Optional<LocalDate> date(String cell) {
        try {
            return Optional.of(
                    PLAIN_DATE.matcher(cell).matches()
                            ? LocalDate.parse(cell, DateTimeFormatter.BASIC_ISO_DATE)
                            : LocalDate.parse(cell.length() > 10 ? cell.substring(0, 10) : cell));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static boolean isNumber(String cell) {
        try {
            Double.parseDouble(cell);
            return true;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private double number(String cell) {
        if (!isNumber(cell)) {
            throw new UsageException(path + ": '" + cell + "' is not a number");
        }
        return Double.parseDouble(cell);
    }
}
