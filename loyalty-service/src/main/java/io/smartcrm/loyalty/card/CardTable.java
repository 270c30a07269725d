package io.smartcrm.loyalty.card;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.lifecycle.Lifecycle;
import io.smartcrm.loyalty.lifecycle.LifecycleRules;
import io.smartcrm.loyalty.lifecycle.TransitionRates;
import io.smartcrm.loyalty.rfm.RfmCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a card is made of. */
final class CardTable {
    private static final String SALES = """
            select order_time from activity_order where customer_id = ? and kind = 'SALE' order by order_time""";
    private static final String AS_OF = "select max(order_time) as time from activity_order";
    private static final String RFM =
            "select recency_score, frequency_score, monetary_score from rfm_score where customer_id = ?";
    private static final String VALUE = """
            select alive, expected_purchases, currency_code, coalesce(expected_amount, 0) as amount,
                coalesce(expected_value, 0) as value
            from customer_value where customer_id = ?""";
    private static final String ALL_SALES = """
            select customer_id, order_time from activity_order
            where kind = 'SALE' and customer_id is not null order by customer_id, order_time""";
    private static final int FETCH = 10_000;

    private final Connection connection;

    CardTable(Connection connection) {
        this.connection = connection;
    }

    List<Instant> sales(UUID customer) throws SQLException {
        return Rows.none(connection).value(customer).query(SALES, row -> Rows.time(row, "order_time"));
    }

    /** The latest order known: until when silence counts. */
    Optional<Instant> asOf() throws SQLException {
        return Rows.none(connection)
                .first(AS_OF, row -> Rows.optionalTime(row, "time"))
                .flatMap(time -> time);
    }

    Optional<RfmCode> rfm(UUID customer) throws SQLException {
        return Rows.none(connection)
                .value(customer)
                .first(RFM, row -> new RfmCode(row.getInt(1), row.getInt(2), row.getInt(3)));
    }

    Optional<CardFacts.Value> value(UUID customer) throws SQLException {
        return Rows.none(connection)
                .value(customer)
                .first(
                        VALUE,
                        row -> new CardFacts.Value(
                                row.getDouble("alive"),
                                row.getDouble("expected_purchases"),
                                row.getString("currency_code"),
                                row.getDouble("amount"),
                                row.getLong("value")));
    }

    /** Lives the lives of all customers again. */
    TransitionRates rates(Instant asOf, LifecycleRules rules) throws SQLException {
        var rates = new TransitionRates();
        try (PreparedStatement statement = connection.prepareStatement(ALL_SALES)) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery()) {
                @Nullable String customer = null;
                List<Instant> sales = new ArrayList<>();
                while (rows.next()) {
                    String next = rows.getString(1);
                    if (!next.equals(customer) && !sales.isEmpty()) {
                        rates.add(Lifecycle.of(sales, asOf, rules), asOf);
                        sales.clear();
                    }
                    customer = next;
                    sales.add(rows.getObject(2, OffsetDateTime.class).toInstant());
                }
                if (!sales.isEmpty()) {
                    rates.add(Lifecycle.of(sales, asOf, rules), asOf);
                }
            }
        }
        return rates;
    }
}
