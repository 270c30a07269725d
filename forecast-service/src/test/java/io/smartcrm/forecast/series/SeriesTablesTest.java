package io.smartcrm.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.forecast.series.OrderFact.Kind;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SeriesTablesTest {
    private static final Instant TIME = Instant.parse("2026-03-31T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 2);

    private static final List<String> CUSTOMERS =
            List.of("6e2c5a0e-0000-4000-8000-000000000001", "6e2c5a0e-0000-4000-8000-000000000002", "");

    /** Every series, counted anew from the orders that are there. */
    private static final String COUNTED_ANEW = """
            with line as (
                select kind, day, customer_id, country, channel, line.product_id, line.quantity
                from demand_order, unnest(product_ids, quantities) as line (product_id, quantity)
                where kind in ('SALE', 'REFUND')
            ), counted as (
                select 'product ' || product_id as series, day, kind, quantity from line
                union all
                select 'category ' || category, day, kind, quantity
                from line join product using (product_id), unnest(categories) as counted (category)
                union all
                select 'total', day, kind, quantity from line
                union all
                select 'country ' || country, day, kind, quantity from line where country <> ''
                union all
                select 'channel ' || channel, day, kind, quantity from line where channel <> ''
                union all
                select 'segment ' || segment_id, day, kind, quantity
                from line join segment_member using (customer_id) where customer_id <> ''
            )
            select series || ' ' || day,
                trim_scale(coalesce(sum(quantity) filter (where kind = 'SALE'), 0)) || ' sold, '
                || trim_scale(coalesce(-sum(quantity) filter (where kind = 'REFUND'), 0)) || ' returned'
            from counted group by series, day
            having coalesce(sum(quantity) filter (where kind = 'SALE'), 0) <> 0
                or coalesce(sum(quantity) filter (where kind = 'REFUND'), 0) <> 0""";

    private static final String COUNTED_UP = """
            with series as (
                select 'product ' || product_id as series, day, sold, returned from product_demand
                union all
                select 'category ' || category, day, sold, returned from category_demand
                union all
                select 'total', day, sold, returned from total_demand
                union all
                select lower(kind) || ' ' || name, day, sold, returned from group_demand
            )
            select series || ' ' || day, trim_scale(sold) || ' sold, ' || trim_scale(returned) || ' returned'
            from series where sold <> 0 or returned <> 0""";

    @Inject
    AgroalDataSource database;

    @Test
    void whatIsCountedUpIsWhatCountingAnewGives() throws SQLException {
        // Given
        Random random = new Random(31);
        List<UUID> orders = ids(random, 40);
        List<UUID> products = ids(random, 8);
        List<UUID> segments = ids(random, 2);

        // When orders and products change in any order, versions come late, categories move and customers come and go
        for (int batch = 0; batch < 30; batch++) {
            List<OrderFact> facts = new ArrayList<>();
            List<ProductFact> states = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                facts.add(anyOrder(random, orders, products));
            }
            for (int i = 0; i < random.nextInt(4); i++) {
                states.add(anyProduct(random, products));
            }
            apply(facts, states);
            applyMemberships(List.of(anyMembership(random, segments), anyMembership(random, segments)));
        }

        // Then
        assertThat(rows(COUNTED_UP).keySet()).anyMatch(series -> series.startsWith("segment"));
        assertThat(rows(COUNTED_UP)).isNotEmpty().containsExactlyInAnyOrderEntriesOf(rows(COUNTED_ANEW));
    }

    @Test
    void whoIsErasedTakesTheOrdersOutOfSegmentsAndLeavesThemElsewhere() throws SQLException {
        // Given
        UUID product = UUID.randomUUID();
        UUID segment = UUID.randomUUID();
        String customer = UUID.randomUUID().toString();
        String country = "Country " + segment;
        SortedMap<UUID, BigDecimal> quantities = new TreeMap<>(Map.of(product, BigDecimal.TEN));
        applyMemberships(List.of(new MembershipFact(segment, customer, true)));
        apply(
                List.of(new OrderFact(UUID.randomUUID(), 1, Kind.SALE, DAY, customer, country, "", quantities)),
                List.of());
        PurchaseData data = new PurchaseData();

        // When
        List<Map<String, Object>> held = new ArrayList<>();
        long erased;
        try (Connection connection = database.getConnection()) {
            data.export(connection, customer, held::add);
            connection.setAutoCommit(false);
            erased = data.erase(connection, customer);
            connection.commit();
            data.export(connection, customer, record -> held.clear());
        }

        // Then
        assertThat(held).hasSize(2);
        assertThat(held.get(0))
                .containsEntry("country", country)
                .containsEntry("productIds", List.of(product.toString()));
        assertThat(held.get(1)).containsEntry("segmentId", segment.toString());
        assertThat(erased).isEqualTo(2);
        assertThat(rows("select name, trim_scale(sold)::text from group_demand where kind = 'SEGMENT'"))
                .containsEntry(segment.toString(), "0");
        assertThat(rows("select name, trim_scale(sold)::text from group_demand where kind = 'COUNTRY'"))
                .containsEntry(country, "10");
    }

    @Test
    void categoryNamesMayHoldAnyCharacter() throws SQLException {
        // Given
        UUID product = UUID.randomUUID();
        String odd = "Home, \"soft\" \\ {garden} 家居";
        SortedMap<UUID, BigDecimal> quantities = new TreeMap<>(Map.of(product, BigDecimal.ONE));

        // When
        apply(
                List.of(new OrderFact(UUID.randomUUID(), 1, Kind.SALE, DAY, "", "", "", quantities)),
                List.of(ProductFact.of(product, List.of(odd), TIME)));

        // Then
        assertThat(rows("select category, sold::text from category_demand")).containsEntry(odd, "1");
    }

    private static OrderFact anyOrder(Random random, List<UUID> orders, List<UUID> products) {
        SortedMap<UUID, BigDecimal> quantities = new TreeMap<>();
        Kind kind = pick(random, List.of(Kind.values()));
        for (int line = random.nextInt(4); line >= 0; line--) {
            int quarters = 1 + random.nextInt(40);
            BigDecimal quantity = new BigDecimal(quarters).movePointLeft(2);
            quantities.put(pick(random, products), kind == Kind.REFUND ? quantity.negate() : quantity);
        }
        return new OrderFact(
                pick(random, orders),
                random.nextInt(30),
                kind,
                DAY.plusDays(random.nextInt(10)),
                pick(random, CUSTOMERS),
                pick(random, List.of("France", "Peru", "")),
                pick(random, List.of("web", "store", "")),
                quantities);
    }

    private static MembershipFact anyMembership(Random random, List<UUID> segments) {
        return new MembershipFact(pick(random, segments), pick(random, CUSTOMERS.subList(0, 2)), random.nextInt(3) > 0);
    }

    private void applyMemberships(List<MembershipFact> facts) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            new SegmentTable(connection).apply(MembershipFact.latest(facts), TIME);
            connection.commit();
        }
    }

    private static ProductFact anyProduct(Random random, List<UUID> products) {
        List<String> path = new ArrayList<>();
        for (int depth = random.nextInt(3); depth > 0; depth--) {
            path.add("level " + random.nextInt(3));
        }
        return ProductFact.of(pick(random, products), path, TIME.plusSeconds(random.nextInt(50)));
    }

    private void apply(List<OrderFact> facts, List<ProductFact> states) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            SeriesTables tables = new SeriesTables(connection);
            tables.applyOrders(OrderFact.latestVersions(facts), TIME);
            tables.applyProducts(ProductFact.latest(states), TIME);
            connection.commit();
        }
    }

    private Map<String, String> rows(String sql) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }

    private static List<UUID> ids(Random random, int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(new UUID(random.nextLong(), random.nextLong()));
        }
        return ids;
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
