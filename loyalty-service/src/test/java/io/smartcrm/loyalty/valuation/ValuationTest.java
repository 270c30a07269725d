package io.smartcrm.loyalty.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.value.BgNbd;
import io.smartcrm.loyalty.value.TransactionModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ValuationTest {
    /** Three hundred customers over a year, of whom a third comes back each few weeks, and some pay in pounds. */
    private static final String SHOP = """
            insert into activity_order (order_id, version, customer_id, kind, order_time, currency_code, minor_units)
            select gen_random_uuid(), 1, md5('customer ' || c)::uuid, 'SALE',
                timestamptz '2025-01-06 12:00Z' + (c % 100 + n * (10 + c % 37)) * interval '1 day',
                case when c % 50 = 7 then 'GBP' else 'EUR' end, 1000 + 37 * (c % 40) + 100 * (n % 3)
            from generate_series(1, 300) c, generate_series(0, case when c % 3 = 0 then 1 + c % 7 else 0 end) n;
            insert into activity_summary (customer_id, sale_count, first_sale_time, last_sale_time, currency_code,
                spent_minor_units)
            select customer_id, count(*), min(order_time), max(order_time), min(currency_code), sum(minor_units)
            from activity_order group by customer_id;
            update activity_state set changes = 17""";

    private static LoyaltyDatabase database;
    private static boolean done;

    @BeforeAll
    static void valueAShop() throws SQLException {
        database = LoyaltyDatabase.create();
        database.execute(SHOP);
        try (Connection connection = database.connect()) {
            done = new Valuation(connection, new Config()).run();
        }
    }

    @Test
    void everyBuyerHasAValueByTheModel() throws SQLException {
        // Given
        UUID customer = UUID.fromString(
                database.rows("select md5('customer 3')::uuid").get(0).get(0));

        // When
        CustomerValue value =
                read(connection -> new ValueTable(connection).find(customer)).orElseThrow();
        ValueModel model =
                read(connection -> new ValueTable(connection).model()).orElseThrow();

        // Then
        assertThat(done).isTrue();
        assertThat(database.rows("select count(*) from customer_value")).containsExactly(List.of("300"));
        assertThat(value.repeats()).isEqualTo(4);
        assertThat(value.lastDay()).isEqualTo(4 * 13);
        assertThat(value.alive())
                .isCloseTo(model.model().alive(4, value.lastDay() / 7.0, value.lengthDays() / 7.0), within(1e-12));
        assertThat(model.model()).isInstanceOf(BgNbd.class);
        assertThat(model.draws()).hasSize(200);
        assertThat(model.amounts().orElseThrow().currencyCode()).isEqualTo("EUR");
    }

    @Test
    void amountsOfACurrencyOfFewAreNotKnown() throws SQLException {
        assertThat(database.rows("select count(*) from customer_value where currency_code = 'GBP'"
                        + " and expected_value is not null"))
                .containsExactly(List.of("0"));
        assertThat(database.rows("select count(*) > 250 from customer_value where expected_value is not null"))
                .containsExactly(List.of("t"));
    }

    @Test
    void trackingCountsEveryRepeatPurchase() throws SQLException {
        assertThat(database.rows("select sum(actual) from value_tracking"))
                .isEqualTo(database.rows("select sum(repeats) from customer_value"));
        assertThat(database.rows("select bool_and(expected > 0) from value_tracking where week > 0"))
                .containsExactly(List.of("t"));
    }

    @Test
    void pagesListTheMostValuableFirst() throws SQLException {
        // When
        List<CustomerValue> first =
                read(connection -> new ValueTable(connection).page(Long.MAX_VALUE, new UUID(0, 0), 200));
        CustomerValue last = first.get(first.size() - 1);
        List<CustomerValue> second =
                read(connection -> new ValueTable(connection).page(last.value().orElse(0L), last.customer(), 200));

        // Then
        assertThat(first.size() + second.size()).isEqualTo(300);
        assertThat(first.get(0).value().orElseThrow())
                .isGreaterThan(second.get(0).value().orElse(0L));
        assertThat(second).extracting(CustomerValue::customer).doesNotContain(last.customer());
    }

    private interface Reading<T> {
        T on(Connection connection) throws SQLException;
    }

    private static <T> T read(Reading<T> reading) throws SQLException {
        try (Connection connection = database.connect()) {
            return reading.on(connection);
        }
    }

    private record Config() implements ValuationConfig {
        @Override
        public TransactionModel.Kind model() {
            return TransactionModel.Kind.BGNBD;
        }

        @Override
        public int horizonWeeks() {
            return 52;
        }

        @Override
        public double discountRate() {
            return 0.1;
        }

        @Override
        public double margin() {
            return 1;
        }

        @Override
        public Duration quiet() {
            return Duration.ZERO;
        }

        @Override
        public Duration longestWait() {
            return Duration.ZERO;
        }
    }
}
