package io.smartcrm.forecast.run;

import io.smartcrm.forecast.plan.DemandPlan;
import io.smartcrm.forecast.plan.PlanBook;
import io.smartcrm.forecast.series.DemandHistory;
import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.forecast.series.DemandStep;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All weekly series of the read model on one axis of weeks, and which product is in which category. */
final class AllSeries {
    private static final int MOST_WEEKS = 5 * 52;
    private static final int FETCH = 10_000;

    private static final String LAST_DAY = "select max(day) from total_demand where sold > 0 and day <= ?";
    private static final String SOLD = """
            select 'TOTAL', '', (day - ?) / 7, sum(sold)::float8 from total_demand
            where day >= ? and day < ? group by 3
            union all
            select 'CATEGORY', category, (day - ?) / 7, sum(sold)::float8 from category_demand
            where day >= ? and day < ? group by 2, 3
            union all
            select 'PRODUCT', product_id::text, (day - ?) / 7, sum(sold)::float8 from product_demand
            where day >= ? and day < ? group by 2, 3
            union all
            select kind, name, (day - ?) / 7, sum(sold)::float8 from group_demand
            where day >= ? and day < ? group by 1, 2, 3""";
    private static final int TABLES = 4;
    private static final String CATEGORIES =
            "select product_id::text, categories[cardinality(categories)] from product where cardinality(categories) > 0";

    private final NavigableMap<SeriesKey, double[]> sold = new TreeMap<>();
    private final Map<String, String> categories = new HashMap<>();

    private final LocalDate from;

    /** @param from Monday of the first week that is looked at */
    private AllSeries(LocalDate from) {
        this.from = from;
    }

    /** The last day that anything was sold, days after {@code today} left out. */
    static Optional<LocalDate> lastDay(Connection connection, LocalDate today) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_DAY)) {
            statement.setObject(1, today);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getObject(1, LocalDate.class)) : Optional.empty();
            }
        }
    }

    /**
     * Reads them; not in auto-commit, so that rows come in portions.
     *
     * @param firstWeek the first week that is not over
     */
    static AllSeries read(Connection connection, LocalDate firstWeek) throws SQLException {
        AllSeries series = new AllSeries(firstWeek.minusWeeks(MOST_WEEKS));
        series.readSold(connection, firstWeek);
        series.readCategories(connection);
        return series;
    }

    private void readSold(Connection connection, LocalDate firstWeek) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SOLD)) {
            statement.setFetchSize(FETCH);
            for (int table = 0; table < TABLES; table++) {
                statement.setDate(3 * table + 1, Date.valueOf(from));
                statement.setDate(3 * table + 2, Date.valueOf(from));
                statement.setDate(3 * table + 3, Date.valueOf(firstWeek));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    SeriesKey key = new SeriesKey(SeriesKind.valueOf(rows.getString(1)), rows.getString(2));
                    sold.computeIfAbsent(key, unknown -> new double[MOST_WEEKS])[rows.getInt(3)] = rows.getDouble(4);
                }
            }
        }
        sold.values().removeIf(weeks -> Arrays.stream(weeks).noneMatch(quantity -> quantity > 0));
    }

    private void readCategories(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CATEGORIES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                categories.put(rows.getString(1), rows.getString(2));
            }
        }
    }

    /** In their order; those that sold something in a week that is over. */
    List<SeriesKey> keys() {
        return new ArrayList<>(sold.keySet());
    }

    /** From the first week with a sale on. */
    DemandHistory history(SeriesKey key) {
        double[] weeks = lastWeeks(key, MOST_WEEKS);
        int first = 0;
        while (first < weeks.length - 1 && !(weeks[first] > 0)) {
            first++;
        }
        List<Double> quantities =
                Arrays.stream(weeks, first, weeks.length).boxed().toList();
        return new DemandHistory(DemandStep.WEEK, from.plusWeeks(first), quantities, Optional.empty());
    }

    /** What is planned that concerns a series. */
    DemandPlan plan(SeriesKey key, PlanBook plans) {
        List<String> above = new ArrayList<>();
        if (key.kind() == SeriesKind.CATEGORY) {
            above.addAll(DemandScope.above(key.name()));
        }
        String category = key.kind() == SeriesKind.PRODUCT ? categories.getOrDefault(key.name(), "") : "";
        if (!category.isEmpty()) {
            above.add(category);
            above.addAll(DemandScope.above(category));
        }
        return plans.of(key.scope(), above);
    }

    /** Pieces of the last weeks, none before the first sale. */
    double[] lastWeeks(SeriesKey key, int count) {
        double[] weeks = sold.getOrDefault(key, new double[MOST_WEEKS]);
        return Arrays.copyOfRange(weeks, MOST_WEEKS - count, MOST_WEEKS);
    }

    /** The smallest series that this one is a part of; empty for the total and what is outside the tree of categories. */
    Optional<SeriesKey> parent(SeriesKey key) {
        return switch (key.kind()) {
            case TOTAL, COUNTRY, CHANNEL, SEGMENT -> Optional.empty();
            case CATEGORY -> Optional.of(categoryOrTotal(above(key.name())));
            case PRODUCT -> Optional.of(categoryOrTotal(categories.getOrDefault(key.name(), "")));
        };
    }

    private SeriesKey categoryOrTotal(String path) {
        for (String category = path; !category.isEmpty(); category = above(category)) {
            SeriesKey key = new SeriesKey(SeriesKind.CATEGORY, category);
            if (sold.containsKey(key)) {
                return key;
            }
        }
        return SeriesKey.TOTAL;
    }

    private static String above(String category) {
        return DemandScope.above(category).stream().findFirst().orElse("");
    }
}
