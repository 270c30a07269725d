package io.smartcrm.loyalty.valuation;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.value.Histories;
import io.smartcrm.loyalty.value.ModelFit;
import io.smartcrm.loyalty.value.Outlook;
import io.smartcrm.loyalty.value.TransactionModel;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Fits the models to all that was bought, and puts what each customer is worth in place of what was there. */
final class Valuation {
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(6630148827145521)";
    private static final String TERMS = """
            set transaction isolation level repeatable read;
            set local lock_timeout = '5s';
            set local work_mem = '64MB'""";
    private static final String AS_OF = """
            select changes, (select max(order_time) at time zone 'UTC' from activity_order)::date as day from activity_state""";
    /** One row a customer; money in the currency that the customer mostly pays in. */
    private static final String PURCHASES = """
            with bought as (
                select sale.customer_id, (sale.order_time at time zone 'UTC')::date as day,
                    sum(sale.minor_units) filter (where sale.currency_code = summary.currency_code) as amount
                from activity_order sale join scored_activity summary on summary.customer_id = sale.customer_id
                where sale.kind = 'SALE' group by sale.customer_id, day
            ), first as (
                select customer_id, min(day) as day from bought group by customer_id
            ), history as (
                select bought.customer_id, count(*)::int - 1 as repeats, max(bought.day) - first.day as last_day,
                    ?::date - first.day as length_days,
                    avg(bought.amount) filter (where bought.day > first.day)::float8 as mean
                from bought join first using (customer_id) group by bought.customer_id, first.day
            )
            select history.*, summary.currency_code, summary.spent_minor_units
            from history join activity_summary summary using (customer_id)""";

    private static final String NEXT = "create table customer_value_next (like customer_value including defaults)";
    private static final String INDEX = """
            alter table customer_value_next add constraint customer_value_next_pkey primary key (customer_id);
            create index customer_value_next_expected on customer_value_next (coalesce(expected_value, 0) desc, customer_id);
            analyze customer_value_next;
            drop table customer_value;
            alter table customer_value_next rename to customer_value;
            alter table customer_value rename constraint customer_value_next_pkey to customer_value_pkey;
            alter index customer_value_next_expected rename to customer_value_expected""";
    private static final String MODEL = """
            insert into value_model (kind, parameters, log_likelihood, customers, draws, amount_currency, amount_parameters,
                amount_draws, amount_customers, horizon_weeks, discount_rate, margin, as_of_day, changes, fit_millis, fit_time)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now())""";
    private static final int FEWEST = 20;
    private static final int DRAWS = 200;
    private static final long SEED = 1;
    private static final double YEAR = 365.25 / 7;
    private static final int FETCH = 10_000;

    private final Connection connection;
    private final ValuationConfig config;

    /** @param connection kept for this valuation; its transaction is ended here */
    Valuation(Connection connection, ValuationConfig config) {
        this.connection = connection;
        this.config = config;
    }

    /** Answers false when another replica is at it, or nobody bought twice. */
    boolean run() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(TERMS);
            boolean done = locked() && value(statement);
            connection.commit();
            return done;
        } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            throw failed;
        }
    }

    private boolean locked() throws SQLException {
        return Rows.none(connection).first(TRY_LOCK, row -> row.getBoolean(1)).orElse(false);
    }

    private record AsOf(long changes, Optional<LocalDate> day) {}

    private boolean value(Statement statement) throws SQLException {
        AsOf asOf = Rows.none(connection)
                .first(AS_OF, row -> new AsOf(row.getLong("changes"), Rows.optional(row, "day", LocalDate.class)))
                .orElseThrow();
        if (asOf.day().isEmpty()) {
            return false;
        }
        PurchaseHistory history = history(asOf.day().get());
        Histories counted = history.counted();
        if (counted.customers() < FEWEST || !anyRepeat(counted)) {
            return false;
        }
        long start = System.nanoTime();
        ModelFit fit = ModelFit.of(config.model(), counted);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Optional<Amounts> amounts = Amounts.of(history, SEED);
        statement.execute(NEXT);
        write(history, fit.model(), amounts);
        statement.execute(INDEX);
        statement.execute("delete from value_model; delete from value_tracking");
        remember(fit, counted, amounts, asOf, millis);
        new Tracking(connection).write(fit.model(), asOf.day().get());
        return true;
    }

    private static boolean anyRepeat(Histories counted) {
        for (int i = 0; i < counted.rows(); i++) {
            if (counted.x(i) > 0) {
                return true;
            }
        }
        return false;
    }

    private PurchaseHistory history(LocalDate asOf) throws SQLException {
        var history = new PurchaseHistory();
        try (PreparedStatement statement = connection.prepareStatement(PURCHASES)) {
            statement.setFetchSize(FETCH);
            statement.setObject(1, asOf);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    double mean = Rows.optional(rows, "mean", Double.class).orElse(Double.NaN);
                    history.add(
                            rows.getObject("customer_id", UUID.class),
                            rows.getInt("repeats"),
                            rows.getInt("last_day"),
                            rows.getInt("length_days"),
                            rows.getString("currency_code"),
                            rows.getLong("spent_minor_units"),
                            mean);
                }
            }
        }
        return history;
    }

    private void write(PurchaseHistory history, TransactionModel model, Optional<Amounts> amounts) throws SQLException {
        var outlook = new Outlook(config.horizonWeeks(), YEAR, config.discountRate(), config.margin());
        try (var rows = new ValueRows(connection)) {
            for (int i = 0; i < history.size(); i++) {
                int x = history.repeats(i);
                double last = history.last(i);
                double length = history.length(i);
                boolean sameCurrency =
                        amounts.isPresent() && amounts.get().currencyCode().equals(history.currency(i));
                double amount =
                        sameCurrency ? amounts.get().expected(amounts.get().model(), x, history.mean(i)) : Double.NaN;
                rows.write(
                        history,
                        i,
                        model.alive(x, last, length),
                        model.expected(x, last, length, outlook.horizon()),
                        amount,
                        amount * outlook.margin() * outlook.discounted(model, x, last, length));
            }
            rows.finish();
        } catch (IOException broken) {
            throw new SQLException("values could not be copied", broken);
        }
    }

    private void remember(ModelFit fit, Histories counted, Optional<Amounts> amounts, AsOf asOf, long millis)
            throws SQLException {
        double[] draws = fit.draws(counted, DRAWS, SEED).stream()
                .flatMapToDouble(model -> Arrays.stream(model.parameters()))
                .toArray();
        Rows.none(connection)
                .value(fit.model().kind().name())
                .value(array(fit.model().parameters()))
                .value(fit.logLikelihood())
                .value(fit.customers())
                .value(array(draws))
                .value(amounts.map(Amounts::currencyCode).orElse(null))
                .value(amounts.isPresent() ? array(amounts.get().model().parameters()) : null)
                .value(
                        amounts.isPresent()
                                ? array(amounts.get().draws().stream()
                                        .flatMapToDouble(model -> Arrays.stream(model.parameters()))
                                        .toArray())
                                : null)
                .value(amounts.map(Amounts::customers).orElse(0L))
                .value(config.horizonWeeks())
                .value(config.discountRate())
                .value(config.margin())
                .value(asOf.day().orElseThrow())
                .value(asOf.changes())
                .value(millis)
                .update(MODEL);
    }

    private @Nullable Object array(double[] values) throws SQLException {
        List<Double> boxed = Arrays.stream(values).boxed().toList();
        return connection.createArrayOf("float8", boxed.toArray());
    }
}
