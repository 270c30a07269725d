package io.smartcrm.loyalty.activity;

import static io.smartcrm.loyalty.activity.OrderFactFixtures.NOON;
import static io.smartcrm.loyalty.activity.OrderFactFixtures.corrected;
import static io.smartcrm.loyalty.activity.OrderFactFixtures.refund;
import static io.smartcrm.loyalty.activity.OrderFactFixtures.refunding;
import static io.smartcrm.loyalty.activity.OrderFactFixtures.sale;
import static io.smartcrm.loyalty.activity.OrderFactFixtures.withCustomer;
import static io.smartcrm.loyalty.activity.OrderFactFixtures.withKind;
import static io.smartcrm.loyalty.activity.OrderFactFixtures.withMoney;
import static io.smartcrm.loyalty.activity.OrderFactFixtures.withTime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.loyalty.LoyaltyDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActivityTablesTest {
    private static final List<OrderFact.Kind> KINDS = List.of(OrderFact.Kind.values());
    private static final Instant EVENT_TIME = Instant.parse("2026-01-01T00:00:00Z");

    private static LoyaltyDatabase database;

    private final UUID customer = UUID.randomUUID();

    @BeforeAll
    static void createDatabase() {
        database = LoyaltyDatabase.create();
    }

    @Test
    void salesAreCountedAndSummedWithTheirFirstAndLastTime() throws SQLException {
        // Given
        OrderFact early = withTime(sale(customer), NOON.minus(Duration.ofDays(30)));
        OrderFact late = withMoney(sale(customer), "EUR", 250);
        // When
        apply(late, early);
        // Then
        assertThat(summary()).containsExactly("2", "2011-05-02 12:00:00+00", "2011-06-01 12:00:00+00", "EUR", "1250");
    }

    @Test
    void batchesAddUp() throws SQLException {
        // Given
        apply(sale(customer));
        // When
        apply(withTime(sale(customer), NOON.plusSeconds(60)));
        // Then
        assertThat(summary()).containsExactly("2", "2011-06-01 12:00:00+00", "2011-06-01 12:01:00+00", "EUR", "2000");
    }

    @Test
    void aRefundIsTakenOffButIsNoSale() throws SQLException {
        // When
        apply(sale(customer), withTime(refund(customer, -400), NOON.plusSeconds(60)));
        // Then
        assertThat(summary()).containsExactly("1", "2011-06-01 12:00:00+00", "2011-06-01 12:00:00+00", "EUR", "600");
    }

    @Test
    void aRefundNamesTheOrderThatWasGivenBack() throws SQLException {
        // Given
        OrderFact sale = sale(customer);
        // When
        apply(sale, refunding(refund(customer, -400), sale.orderId()));
        // Then
        assertThat(database.rows(
                        "select count(*) from activity_order where refunded_order_id = '" + sale.orderId() + "'"))
                .containsExactly(List.of("1"));
    }

    @Test
    void aRefundBeforeItsSaleIsNotLost() throws SQLException {
        // Given
        apply(refund(customer, -400));
        assertThat(isBuyer()).isFalse();
        // When
        apply(sale(customer));
        // Then
        assertThat(summary()).contains("1", "600");
    }

    @Test
    void anAdjustmentChangesNothingForTheCustomer() throws SQLException {
        // When
        apply(sale(customer), withKind(withMoney(sale(customer), "EUR", -99_999), OrderFact.Kind.ADJUSTMENT));
        // Then
        assertThat(summary()).contains("1", "1000");
    }

    @Test
    void theSameVersionAppliedTwiceCountsOnce() throws SQLException {
        // Given
        OrderFact sale = sale(customer);
        apply(sale);
        // When
        apply(sale, sale);
        // Then
        assertThat(summary()).contains("1", "1000");
    }

    @Test
    void aCorrectionReplacesTheEarlierVersion() throws SQLException {
        // Given
        OrderFact wrong = withTime(sale(customer), NOON.plus(Duration.ofDays(9)));
        apply(wrong, sale(customer));
        // When
        apply(withTime(withMoney(corrected(wrong), "EUR", 1), NOON.minus(Duration.ofDays(1))));
        // Then
        assertThat(summary()).containsExactly("2", "2011-05-31 12:00:00+00", "2011-06-01 12:00:00+00", "EUR", "1001");
    }

    @Test
    void anOlderVersionThatComesLateIsIgnored() throws SQLException {
        // Given
        OrderFact first = sale(customer);
        apply(withMoney(corrected(first), "EUR", 700));
        // When
        apply(first);
        // Then
        assertThat(summary()).contains("1", "700");
    }

    @Test
    void ofSeveralVersionsInOneBatchTheHighestCounts() throws SQLException {
        // Given
        OrderFact first = sale(customer);
        OrderFact second = withMoney(corrected(first), "EUR", 700);
        // When
        apply(withMoney(corrected(second), "EUR", 800), first, second);
        // Then
        assertThat(summary()).contains("1", "800");
    }

    @Test
    void aSaleCorrectedToAnotherCustomerMovesThere() throws SQLException {
        // Given
        UUID wrongCustomer = UUID.randomUUID();
        OrderFact sale = sale(wrongCustomer);
        apply(sale);
        // When
        apply(withCustomer(corrected(sale), Optional.of(customer)));
        // Then
        assertThat(summary()).contains("1", "1000");
        assertThat(isBuyer(wrongCustomer)).isFalse();
    }

    @Test
    void guestsAreNobodyUntilTheyAreNamed() throws SQLException {
        // Given
        OrderFact guest = withCustomer(sale(customer), Optional.empty());
        apply(guest);
        assertThat(isBuyer()).isFalse();
        // When
        apply(withCustomer(corrected(guest), Optional.of(customer)));
        // Then
        assertThat(summary()).contains("1", "1000");
    }

    @Test
    void moneyIsThatOfTheCurrencyWithMostSales() throws SQLException {
        // When
        apply(
                withMoney(sale(customer), "USD", 10),
                withMoney(sale(customer), "USD", 20),
                withMoney(withTime(sale(customer), NOON.plusSeconds(60)), "EUR", 90_000));
        // Then
        assertThat(summary()).containsExactly("3", "2011-06-01 12:00:00+00", "2011-06-01 12:01:00+00", "USD", "30");
    }

    @Test
    void changesAreCountedOnlyWhenSomethingIsNew() throws SQLException {
        // Given
        OrderFact sale = sale(customer);
        long before = changes();
        // When
        apply(sale, sale(customer));
        apply(sale);
        // Then
        assertThat(changes()).isEqualTo(before + 2);
    }

    @Test
    void aCurrencyThatIsNoCodeIsRefused() {
        assertThatThrownBy(() -> withMoney(sale(customer), "euro", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'euro'");
    }

    @Test
    void anyDeliveryOfAnyVersionsEndsInTheSummaryOfTheLatest() throws SQLException {
        // Given
        var random = new Random(20111209);
        UUID[] customers = {UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()};
        List<OrderFact> versions = randomVersions(random, customers);
        List<OrderFact> deliveries = new ArrayList<>(versions);
        deliveries.addAll(versions.subList(0, versions.size() / 2));
        Collections.shuffle(deliveries, random);
        // When
        for (int from = 0; from < deliveries.size(); ) {
            int to = Math.min(deliveries.size(), from + 1 + random.nextInt(20));
            apply(deliveries.subList(from, to).toArray(OrderFact[]::new));
            from = to;
        }
        // Then
        for (UUID each : customers) {
            assertThat(spending(each))
                    .isEqualTo(spendingOf(
                            each, OrderFact.latestVersions(versions).stream().toList()));
        }
    }

    private static List<OrderFact> randomVersions(Random random, UUID[] customers) {
        List<OrderFact> versions = new ArrayList<>();
        for (int order = 0; order < 150; order++) {
            OrderFact version = sale(customers[0]);
            for (int correction = random.nextInt(4); correction >= 0; correction--) {
                int whose = random.nextInt(customers.length + 1);
                version = withCustomer(
                        version, whose == customers.length ? Optional.empty() : Optional.of(customers[whose]));
                version = withKind(version, KINDS.get(random.nextInt(KINDS.size())));
                version = withTime(version, NOON.plusSeconds(random.nextInt(1_000_000)));
                version = withMoney(version, random.nextBoolean() ? "EUR" : "USD", random.nextInt(10_000));
                versions.add(version);
                version = corrected(version);
            }
        }
        return versions;
    }

    /** Sales, money, first and last sale of a customer in each currency, as text. */
    private static List<List<String>> spendingOf(UUID customer, List<OrderFact> latest) {
        List<List<String>> rows = new ArrayList<>();
        for (String currency : List.of("EUR", "USD")) {
            List<OrderFact> own = latest.stream()
                    .filter(fact -> fact.customerId().equals(Optional.of(customer)))
                    .filter(fact -> fact.currencyCode().equals(currency))
                    .toList();
            List<Instant> sales = own.stream()
                    .filter(fact -> fact.kind() == OrderFact.Kind.SALE)
                    .map(OrderFact::orderTime)
                    .sorted()
                    .toList();
            long spent = own.stream()
                    .filter(fact -> fact.kind() != OrderFact.Kind.ADJUSTMENT)
                    .mapToLong(OrderFact::minorUnits)
                    .sum();
            rows.add(Arrays.asList(
                    currency,
                    Integer.toString(sales.size()),
                    Long.toString(spent),
                    Long.toString(sales.get(0).getEpochSecond()),
                    Long.toString(sales.get(sales.size() - 1).getEpochSecond())));
        }
        return rows;
    }

    private static List<List<String>> spending(UUID customer) throws SQLException {
        return database.rows("""
                select currency_code, sale_count, spent_minor_units,
                    extract(epoch from first_sale_time)::bigint, extract(epoch from last_sale_time)::bigint
                from activity_spending where customer_id = '%s' order by currency_code""".formatted(customer));
    }

    private static void apply(OrderFact... facts) throws SQLException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            new ActivityTables(connection).apply(List.of(facts), EVENT_TIME);
            connection.commit();
        }
    }

    private List<String> summary() throws SQLException {
        return database.rows("""
                select sale_count, first_sale_time at time zone 'UTC' || '+00', last_sale_time at time zone 'UTC' || '+00',
                    currency_code, spent_minor_units
                from activity_summary where customer_id = '%s'""".formatted(customer)).get(0);
    }

    private boolean isBuyer() throws SQLException {
        return isBuyer(customer);
    }

    private static boolean isBuyer(UUID customer) throws SQLException {
        return !database.rows("select 1 from activity_summary where customer_id = '" + customer + "'")
                .isEmpty();
    }

    private static long changes() throws SQLException {
        return Long.parseLong(
                database.rows("select changes from activity_state").get(0).get(0));
    }
}
