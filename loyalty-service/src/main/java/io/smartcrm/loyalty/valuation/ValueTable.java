package io.smartcrm.loyalty.valuation;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.valuation.ValueModel.AmountModel;
import io.smartcrm.loyalty.valuation.ValueModel.Terms;
import io.smartcrm.loyalty.valuation.ValueModel.Week;
import io.smartcrm.loyalty.value.GammaGamma;
import io.smartcrm.loyalty.value.TransactionModel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads values and the models behind them. */
final class ValueTable {
    private static final String FIND = """
            select value.*, model.as_of_day, model.horizon_weeks from customer_value value, value_model model
            where value.customer_id = ?""";
    private static final String LIST = """
            select value.*, model.as_of_day, model.horizon_weeks from customer_value value, value_model model
            where (coalesce(expected_value, 0) < ? or (coalesce(expected_value, 0) = ? and customer_id > ?))
            order by coalesce(expected_value, 0) desc, customer_id limit ?""";
    private static final String MODEL = "select * from value_model";
    private static final String TRACKING = "select week, actual, expected from value_tracking order by week";

    private final Connection connection;

    ValueTable(Connection connection) {
        this.connection = connection;
    }

    Optional<CustomerValue> find(UUID customer) throws SQLException {
        return Rows.none(connection).value(customer).first(FIND, ValueTable::value);
    }

    /** The most valuable first. */
    List<CustomerValue> page(long below, UUID after, int limit) throws SQLException {
        return Rows.none(connection)
                .value(below)
                .value(below)
                .value(after)
                .value(limit)
                .query(LIST, ValueTable::value);
    }

    private static CustomerValue value(ResultSet row) throws SQLException {
        return new CustomerValue(
                row.getObject("customer_id", UUID.class),
                row.getInt("repeats"),
                row.getInt("last_day"),
                row.getInt("length_days"),
                Rows.optional(row, "mean_minor_units", Double.class),
                row.getString("currency_code"),
                row.getLong("historic_minor_units"),
                row.getDouble("alive"),
                row.getDouble("expected_purchases"),
                Rows.optional(row, "expected_amount", Double.class),
                Rows.optional(row, "expected_value", Long.class),
                row.getObject("as_of_day", LocalDate.class),
                row.getInt("horizon_weeks"));
    }

    Optional<ValueModel> model() throws SQLException {
        List<Week> tracking =
                Rows.none(connection).query(TRACKING, row -> new Week(row.getInt(1), row.getLong(2), row.getDouble(3)));
        return Rows.none(connection).first(MODEL, row -> model(row, tracking));
    }

    private static ValueModel model(ResultSet row, List<Week> tracking) throws SQLException {
        var kind = TransactionModel.Kind.valueOf(row.getString("kind"));
        return new ValueModel(
                kind.with(numbers(row, "parameters")),
                row.getDouble("log_likelihood"),
                row.getLong("customers"),
                parts(numbers(row, "draws"), 4).stream().map(kind::with).toList(),
                amounts(row),
                new Terms(row.getInt("horizon_weeks"), row.getDouble("discount_rate"), row.getDouble("margin")),
                row.getObject("as_of_day", LocalDate.class),
                row.getLong("fit_millis"),
                Rows.time(row, "fit_time"),
                tracking);
    }

    private static Optional<AmountModel> amounts(ResultSet row) throws SQLException {
        String currency = row.getString("amount_currency");
        if (currency == null) {
            return Optional.empty();
        }
        return Optional.of(new AmountModel(
                currency,
                amount(numbers(row, "amount_parameters")),
                parts(numbers(row, "amount_draws"), 3).stream()
                        .map(ValueTable::amount)
                        .toList(),
                row.getLong("amount_customers")));
    }

    private static GammaGamma amount(double[] parameters) {
        return new GammaGamma(parameters[0], parameters[1], parameters[2]);
    }

    private static double[] numbers(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Double[]) row.getArray(column).getArray())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static List<double[]> parts(double[] all, int size) {
        List<double[]> parts = new ArrayList<>();
        for (int i = 0; i < all.length; i += size) {
            parts.add(Arrays.copyOfRange(all, i, i + size));
        }
        return parts;
    }
}
