package io.smartcrm.customer.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.listing.Plans;
import io.smartcrm.customer.listing.TimePosition;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 60,000 interactions and 20,000 orders of 20 customers, in a transaction that is undone. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelinePlanTest {
    private static final UUID CUSTOMER = UUID.fromString("8f14e45f-ceea-167a-5a36-dedd4bea2543");

    @Inject
    AgroalDataSource database;

    private Connection connection;

    @BeforeAll
    void fill() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        var plans = new Plans(connection);
        plans.execute("""
            insert into interaction (id, customer_id, direction, type, occur_time)
            select gen_random_uuid(), md5((i % 20)::text)::uuid, 'IN', 'view', now() - i * interval '8 minutes'
            from generate_series(1, 60000) as i\
            """);
        plans.execute("""
            insert into sales_order (id, number, kind, customer_id, order_time, currency, total, line_count)
            select gen_random_uuid(), 'timeline-' || i, 'SALE', md5((i % 20)::text)::uuid,
                now() - i * interval '20 minutes', 'EUR', 1, 0
            from generate_series(1, 20000) as i\
            """);
        plans.execute("analyze interaction, sales_order");
    }

    @AfterAll
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void aPageIsReadFromTheIndexesAtAnyDepth() throws SQLException {
        // Given
        var first = TimelineQuery.parse(CUSTOMER.toString(), "", 50, "");
        var deep = new TimelineQuery(
                CUSTOMER,
                first.kinds(),
                50,
                Optional.of(new TimePosition(Instant.now().minus(200, ChronoUnit.DAYS), UUID.randomUUID())));

        for (TimelineQuery query : List.of(first, deep)) {
            // When
            List<String> plan = plan(query);

            // Then
            assertThat(plan)
                    .anyMatch(step -> step.contains("Index Scan using sales_order_customer"))
                    .anyMatch(step -> step.contains("Index Scan using interaction_20"))
                    .noneMatch(step -> step.contains("Seq Scan on"));
            // Each branch answers no more than a page can need.
            assertThat(plan)
                    .filteredOn(step -> step.contains("Index Scan"))
                    .allSatisfy(step -> assertThat(rows(step)).isLessThanOrEqualTo(51));
        }
    }

    private static int rows(String step) {
        var actual = step.replaceAll(".*actual rows=(\\d+).*", "$1");
        return step.contains("never executed") ? 0 : Integer.parseInt(actual);
    }

    private List<String> plan(TimelineQuery query) throws SQLException {
        try (var statement = connection.prepareStatement("explain (analyze, costs off, timing off) " + query.sql())) {
            int place = 1;
            for (Object value : query.parameters()) {
                statement.setObject(place++, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
            }
            var steps = new java.util.ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    steps.add(rows.getString(1));
                }
            }
            return steps;
        }
    }
}
