package io.smartcrm.customer.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.analysis.CustomerAnalysis.Basket;
import io.smartcrm.customer.analysis.CustomerAnalysis.Figure;
import io.smartcrm.customer.analysis.CustomerAnalysis.Kind;
import io.smartcrm.customer.analysis.CustomerAnalysis.Preference;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each in a transaction that is undone; in a century that no other test buys in. */
@QuarkusTest
class AnalysisTableTest {
    private static final Instant NOW = Instant.parse("2126-06-15T12:00:00Z");
    private static final LocalDate JANUARY = LocalDate.parse("2126-01-01");

    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    private Connection connection;
    private AnalysisTable table;

    @BeforeEach
    void begin() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        table = new AnalysisTable(connection);
        execute("update product set category_path = '{}'");
        product("mug", "{Home,Mugs}", "Blue", "10");
        product("bowl", "{Home,Bowls}", "Blue", "20");
        product("vase", "{Home,Vases}", "", "30");
        product("cap", "{Wear}", "Red", "5");
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void whatIsBoughtMostIsPreferred() throws SQLException {
        // Given
        order(ann, "2126-01-05T10:00:00Z", "web", "mug 10 0", "mug 10 0", "bowl 20 0");
        order(ann, "2126-01-12T10:30:00Z", "web", "mug 10 0");
        order(ann, "2126-01-20T20:00:00Z", "store", "cap 5 0");

        // When
        CustomerAnalysis found = analysed(ann);

        // Then
        assertThat(found.preferred(Kind.CATEGORY))
                .containsExactly(
                        new Preference("Home/Mugs", 0.6),
                        new Preference("Home/Bowls", 0.2),
                        new Preference("Wear", 0.2));
        assertThat(found.preferred(Kind.BRAND))
                .containsExactly(new Preference("Blue", 0.8), new Preference("Red", 0.2));
        assertThat(found.preferred(Kind.CHANNEL)).first().isEqualTo(new Preference("web", 0.6667));
        assertThat(found.preferred(Kind.HOUR)).first().isEqualTo(new Preference("10", 0.6667));
        assertThat(found.preferred(Kind.WEEKDAY)).extracting(Preference::share).containsExactly(0.6667, 0.3333);
        assertThat(found.figures().get(Figure.LINES_PER_ORDER)).isEqualTo(5 / 3.0, within(1e-6));
        assertThat(found.figures().get(Figure.PIECES_PER_ORDER)).isEqualTo(5 / 3.0, within(1e-6));
    }

    @Test
    void pricesAreComparedWithTheMedianOfTheCategory() throws SQLException {
        // Given
        order(ann, "2126-01-05T10:00:00Z", "web", "mug 40 0");
        order(bob, "2126-01-05T10:00:00Z", "web", "vase 20 0");

        // When
        CustomerAnalysis dear = analysed(ann);
        CustomerAnalysis median = analysed(bob);

        // Then
        assertThat(dear.figures().get(Figure.PRICE_LEVEL)).isEqualTo(2, within(1e-6));
        assertThat(median.figures().get(Figure.PRICE_LEVEL)).isEqualTo(1, within(1e-6));
    }

    @Test
    void aGrowingGapIsACadenceThatSlowsDown() throws SQLException {
        // Given
        for (String day : List.of("01", "03", "05", "07", "11", "15", "19")) {
            order(ann, "2126-01-" + day + "T10:00:00Z", "web", "mug 10 0");
        }
        order(bob, "2126-01-01T10:00:00Z", "web", "mug 10 0");

        // When
        CustomerAnalysis slower = analysed(ann);
        CustomerAnalysis once = analysed(bob);

        // Then
        assertThat(slower.figures().get(Figure.CADENCE_DAYS)).isEqualTo(3, within(1e-6));
        assertThat(slower.figures().get(Figure.CADENCE_CHANGE)).isEqualTo(4 / 3.0, within(1e-6));
        assertThat(once.figures()).doesNotContainKeys(Figure.CADENCE_DAYS, Figure.CADENCE_CHANGE);
    }

    @Test
    void discountsAndRefundsAreSharesOfSales() throws SQLException {
        // Given
        order(ann, "2126-01-05T10:00:00Z", "web", "mug 30 1");
        order(ann, "2126-01-06T10:00:00Z", "web", "mug 10 0");
        refund(ann, "2126-01-08T10:00:00Z", "-10");

        // When
        CustomerAnalysis found = analysed(ann);

        // Then
        assertThat(found.orders()).isEqualTo(2);
        assertThat(found.figures().get(Figure.DISCOUNT_SHARE)).isEqualTo(0.5);
        assertThat(found.figures().get(Figure.REFUND_RATE)).isEqualTo(0.5);
        assertThat(found.figures().get(Figure.REFUNDED_SHARE)).isEqualTo(0.25, within(1e-6));
        assertThat(found.baskets()).containsExactly(new Basket("EUR", "20.00", 2));
    }

    @Test
    void cohortsFollowEveryChange() throws SQLException {
        // Given
        order(ann, "2126-01-05T10:00:00Z", "web", "mug 10 0");
        order(ann, "2126-03-05T10:00:00Z", "web", "mug 10 0");
        order(bob, "2126-01-31T23:00:00Z", "web", "mug 10 0");
        table.compute(List.of(ann, bob), NOW);
        table.compute(List.of(ann), NOW);
        Cohort before = cohort();

        // When
        execute("delete from sales_order where customer_id = ?", bob);
        table.compute(List.of(ann, bob), NOW);

        // Then
        assertThat(before).isEqualTo(new Cohort(JANUARY, new TreeMap<>(Map.of(0, 2L, 2, 1L))));
        assertThat(before.retention(Map.entry(2, 1L))).isEqualTo(0.5);
        assertThat(cohort()).isEqualTo(new Cohort(JANUARY, new TreeMap<>(Map.of(0, 1L, 2, 1L))));
    }

    @Test
    void whoIsErasedIsInNoCohort() throws SQLException {
        // Given
        order(ann, "2126-01-05T10:00:00Z", "web", "mug 10 0");
        table.compute(List.of(ann), NOW);
        var holding = new AnalysisHolding();
        List<Map<String, Object>> exported = new ArrayList<>();
        holding.export(connection, ann, exported::add);

        // When
        long erased = holding.erase(connection, ann);

        // Then
        assertThat(exported)
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .containsEntry("customer_id", ann.toString())
                        .containsEntry("order_count", 1));
        assertThat(erased).isEqualTo(1);
        assertThat(table.find(ann)).isEmpty();
        assertThat(table.cohorts(JANUARY, JANUARY)).isEmpty();
    }

    @Test
    void ofWhoBoughtNothingThereIsNothing() throws SQLException {
        // When
        table.compute(List.of(ann), NOW);

        // Then
        assertThat(table.find(ann)).isEmpty();
    }

    private Cohort cohort() throws SQLException {
        return table.cohorts(JANUARY, JANUARY).get(0);
    }

    private CustomerAnalysis analysed(UUID customer) throws SQLException {
        table.computePrices();
        table.compute(List.of(customer), NOW);
        return table.find(customer).orElseThrow();
    }

    private void product(String code, String category, String brand, String price) throws SQLException {
        execute("""
                insert into product (id, code, category_path, brand, price, currency, create_time, update_time)
                values (?, ?, ?::text[], ?, ?::numeric, 'EUR', now(), now())""", id(code), code, category, brand, price);
    }

    /** @param lines code, unit price, discount */
    private void order(UUID customer, String time, String channel, String... lines) throws SQLException {
        UUID order = UUID.randomUUID();
        double total = 0;
        for (int i = 0; i < lines.length; i++) {
            String[] parts = lines[i].split(" ", -1);
            total += Double.parseDouble(parts[1]);
            execute("""
                    insert into order_line (order_id, line_number, product_id, quantity, unit_price, discount)
                    values (?, ?, ?, 1, ?::numeric, ?::numeric)""", order, i + 1, id(parts[0]), parts[1], parts[2]);
        }
        execute("""
                insert into sales_order (id, number, kind, customer_id, order_time, currency, total, line_count, channel)
                values (?, ?, 'SALE', ?, ?::timestamptz, 'EUR', ?, ?, ?)""", order, order.toString(), customer, time, total, lines.length, channel);
    }

    private void refund(UUID customer, String time, String total) throws SQLException {
        UUID order = UUID.randomUUID();
        execute("""
                insert into sales_order (id, number, kind, customer_id, order_time, currency, total, line_count)
                values (?, ?, 'REFUND', ?, ?::timestamptz, 'EUR', ?::numeric, 0)""", order, order.toString(), customer, time, total);
    }

    private static UUID id(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(UTF_8));
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
