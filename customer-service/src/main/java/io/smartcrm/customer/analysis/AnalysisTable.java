package io.smartcrm.customer.analysis;

import io.smartcrm.customer.analysis.CustomerAnalysis.Basket;
import io.smartcrm.customer.analysis.CustomerAnalysis.Figure;
import io.smartcrm.customer.analysis.CustomerAnalysis.Kind;
import io.smartcrm.customer.analysis.CustomerAnalysis.Preference;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Analyses and cohorts in the database, within one transaction. */
final class AnalysisTable {
    private static final String DELETE = "delete from customer_analysis where customer_id = any (?)";
    private static final String FIND = "select * from customer_analysis where customer_id = ?";
    private static final String COUNT_COHORTS = """
        insert into cohort_month (first_month, month, customer_count)
        select months[1], month, ? * count(*) from customer_analysis cross join unnest(months) as month
        where customer_id = any (?) group by months[1], month order by months[1], month
        on conflict (first_month, month)
        do update set customer_count = cohort_month.customer_count + excluded.customer_count\
        """;
    private static final String COHORTS = """
        select first_month, month, customer_count from cohort_month
        where first_month between ? and ? and customer_count > 0 order by first_month, month\
        """;
    private static final String FORGET_PRICES = "delete from category_price";
    private static final String PRICES = """
        insert into category_price (category, currency, median)
        select category_path[1], currency, percentile_cont(0.5) within group (order by price)
        from product where category_path <> '{}' and price > 0 and currency is not null
        group by category_path[1], currency\
        """;

    private final Connection connection;

    AnalysisTable(Connection connection) {
        this.connection = connection;
    }

    /** Computes these customers anew; of who bought nothing there is nothing. */
    void compute(Collection<UUID> customers, Instant now) throws SQLException {
        Array ids = connection.createArrayOf("uuid", customers.toArray());
        forget(ids);
        try (PreparedStatement statement = connection.prepareStatement(AnalysisSql.COMPUTE)) {
            statement.setArray(1, ids);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
        countCohorts(1, ids);
    }

    /** Takes these customers out of everything. */
    int forget(Collection<UUID> customers) throws SQLException {
        return forget(connection.createArrayOf("uuid", customers.toArray()));
    }

    private int forget(Array ids) throws SQLException {
        countCohorts(-1, ids);
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, ids);
            return statement.executeUpdate();
        }
    }

    private void countCohorts(int sign, Array ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT_COHORTS)) {
            statement.setInt(1, sign);
            statement.setArray(2, ids);
            statement.executeUpdate();
        }
    }

    void computePrices() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(FORGET_PRICES);
            statement.executeUpdate(PRICES);
        }
    }

    Optional<CustomerAnalysis> find(UUID customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, customer);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(analysis(row)) : Optional.empty();
            }
        }
    }

    /** Oldest first. */
    List<Cohort> cohorts(LocalDate from, LocalDate to) throws SQLException {
        SortedMap<LocalDate, SortedMap<Integer, Long>> cohorts = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COHORTS)) {
            statement.setObject(1, from);
            statement.setObject(2, to);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    LocalDate first = rows.getObject(1, LocalDate.class);
                    LocalDate month = rows.getObject(2, LocalDate.class);
                    cohorts.computeIfAbsent(first, added -> new TreeMap<>())
                            .put((int) ChronoUnit.MONTHS.between(first, month), rows.getLong(3));
                }
            }
        }
        List<Cohort> found = new ArrayList<>();
        cohorts.forEach((month, active) -> found.add(new Cohort(month, active)));
        return found;
    }

    private static CustomerAnalysis analysis(ResultSet row) throws SQLException {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            double value = row.getDouble(figure.name().toLowerCase(Locale.ROOT));
            if (!row.wasNull()) {
                figures.put(figure, value);
            }
        }
        return new CustomerAnalysis(
                row.getObject("customer_id", UUID.class),
                row.getInt("order_count"),
                time(row, "first_order_time"),
                time(row, "last_order_time"),
                preferences(new JsonObject(row.getString("preferences"))),
                figures,
                baskets(new JsonArray(row.getString("baskets"))),
                time(row, "compute_time"));
    }

    private static Map<Kind, List<Preference>> preferences(JsonObject stored) {
        Map<Kind, List<Preference>> preferences = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            JsonArray found = stored.getJsonArray(kind.name().toLowerCase(Locale.ROOT), new JsonArray());
            List<Preference> preferred = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                JsonObject one = found.getJsonObject(i);
                preferred.add(new Preference(one.getString("name"), one.getDouble("share")));
            }
            preferences.put(kind, preferred);
        }
        return preferences;
    }

    private static List<Basket> baskets(JsonArray stored) {
        List<Basket> baskets = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            JsonObject one = stored.getJsonObject(i);
            baskets.add(new Basket(one.getString("currency"), one.getString("mean"), one.getInteger("orders")));
        }
        return baskets;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
