package io.smartcrm.loyalty.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.rfm.Segment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RfmMigrationTest {
    /** A hundred customers of early spring of whom every second comes back in June, when twenty others begin. */
    private static final String SHOP = """
            insert into activity_order (order_id, version, customer_id, kind, order_time, currency_code, minor_units)
            select gen_random_uuid(), 1, md5('customer ' || c)::uuid, 'SALE',
                timestamptz '2025-03-01 12:00Z' + (c % 50) * interval '1 day', 'EUR', 1000 + c * 10
            from generate_series(1, 100) c
            union all
            select gen_random_uuid(), 1, md5('customer ' || c)::uuid, 'SALE',
                timestamptz '2025-06-01 12:00Z' + (c % 20) * interval '1 day', 'EUR', 5000
            from generate_series(2, 140, 2) c
            union all
            select gen_random_uuid(), 1, null, 'SALE', timestamptz '2025-06-01 12:00Z', 'EUR', 5000""";

    private static LoyaltyDatabase database;

    @BeforeAll
    static void aShop() throws SQLException {
        database = LoyaltyDatabase.create();
        database.execute(SHOP);
    }

    @Test
    void customersMoveFromSegmentToSegment() throws SQLException {
        // When
        List<RfmMigration> moved = between("2025-05-01T00:00:00Z", "2025-07-01T00:00:00Z");

        // Then
        assertThat(moved.stream().mapToLong(RfmMigration::customers).sum()).isEqualTo(120);
        assertThat(moved.stream()
                        .filter(pair -> pair.from().isEmpty())
                        .mapToLong(RfmMigration::customers)
                        .sum())
                .isEqualTo(20);
        assertThat(moved).noneMatch(pair -> pair.to().isEmpty());
    }

    @Test
    void theSegmentsAreThoseThatTheScoringFinds() throws SQLException {
        // Given
        database.execute("""
                insert into activity_summary (customer_id, sale_count, first_sale_time, last_sale_time, currency_code,
                    spent_minor_units)
                select customer_id, count(*), min(order_time), max(order_time), 'EUR', sum(minor_units)
                from activity_order where customer_id is not null group by customer_id""");
        try (Connection connection = database.connect()) {
            new RfmScoring(connection).score();
        }
        Instant latest = Instant.parse("2025-06-20T12:00:00Z");

        // When
        var atTheEnd = between("2025-05-01T00:00:00Z", latest.plusMillis(1).toString()).stream()
                .collect(Collectors.groupingBy(
                        pair -> pair.to().map(Segment::name).orElseThrow(),
                        Collectors.summingLong(RfmMigration::customers)));

        // Then
        assertThat(atTheEnd)
                .isEqualTo(database.rows("select segment, count(*) from rfm_score group by segment").stream()
                        .collect(Collectors.toMap(row -> row.get(0), row -> Long.parseLong(row.get(1)))));
    }

    @Test
    void nobodyMovesWhereNobodyBought() throws SQLException {
        assertThat(between("2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z")).isEmpty();
        assertThat(between("2020-01-01T00:00:00Z", "2025-07-01T00:00:00Z"))
                .allMatch(pair -> pair.from().equals(Optional.empty()));
    }

    private static List<RfmMigration> between(String from, String to) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            List<RfmMigration> moved = RfmMigrations.matrix(connection, Instant.parse(from), Instant.parse(to));
            connection.commit();
            return moved;
        }
    }
}
