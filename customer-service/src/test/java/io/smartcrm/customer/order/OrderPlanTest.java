package io.smartcrm.customer.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.listing.Plans;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.profile.VisibleTeams;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 50,000 orders of 50 customers, one in 49 a refund, in a transaction that is undone. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderPlanTest {
    private static final String FILL = """
            insert into sales_order (id, number, kind, customer_id, order_time, currency, total, line_count)
            select gen_random_uuid(), 'plan-' || i, case when i % 49 = 0 then 'REFUND' else 'SALE' end,
                   md5((i % 50)::text)::uuid, timestamptz '2020-01-01Z' + i * interval '4 minutes', 'EUR', 1, 0
            from generate_series(1, 50000) as i""";
    /** The MD5 of "7", as the statement above makes ids. */
    private static final String CUSTOMER = "8f14e45f-ceea-167a-5a36-dedd4bea2543";

    private static final TimePosition DEEP = new TimePosition(Instant.parse("2020-03-01T00:00:00Z"), new UUID(1, 2));

    @Inject
    AgroalDataSource database;

    private Connection connection;
    private Plans plans;

    @BeforeAll
    void fill() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        plans = new Plans(connection);
        plans.execute(FILL);
        plans.execute("analyze sales_order");
    }

    @AfterAll
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest(name = "{0} {1} by {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``,``,sales_order_time",
                "``,kind = \"SALE\",sales_order_time",
                "``,kind = \"REFUND\",sales_order_kind",
                CUSTOMER + ",``,sales_order_customer",
                CUSTOMER + ",kind = \"SALE\",sales_order_customer"
            })
    void aPageIsReadFromAnIndexAtAnyDepth(String customer, String filter, String index) throws SQLException {
        // Given
        var first = OrderQuery.parse(customer, filter, 50, "");
        var deep = new OrderQuery(first.customerId(), first.kind(), first.size(), Optional.of(DEEP));

        // When
        String plan = plans.of(OrderStore.select(deep, VisibleTeams.ALL));

        // Then
        assertThat(plan)
                .contains("Index Scan using " + index)
                .containsPattern("Index Cond: .*ROW\\(order_time, id\\)")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(plans.of(OrderStore.select(first, VisibleTeams.ALL)))
                .contains("Index Scan using " + index)
                .doesNotContain("Seq Scan", "Sort");
    }
}
