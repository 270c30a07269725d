package io.smartcrm.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.listing.Plans;
import io.smartcrm.customer.listing.TimePosition;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 200,000 customers, in a transaction that is undone. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerPlanTest {
    private static final String FILL = """
            insert into customer (id, name, country, create_time, update_time)
            select gen_random_uuid(), md5(i::text), 'C' || i % 40, at, at
            from (select i, timestamptz '2020-01-01Z' + i * interval '1 minute' as at
                  from generate_series(1, 200000) as i) as filled""";
    private static final String FILL_IDENTITIES =
            "insert into customer_identity select 'plan', id::text, id from customer limit 20000";
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
        plans.execute(FILL_IDENTITIES);
        plans.execute("analyze customer, customer_identity");
    }

    @AfterAll
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``,create_time desc",
                "``,create_time",
                "country = \"C7\",create_time desc",
                "country = \"C7\",create_time",
            })
    void aPageIsReadFromAnIndexAtAnyDepth(String filter, String orderBy) throws SQLException {
        // Given
        var first = CustomerQuery.parse(filter, orderBy, 50, "");
        var deep = new CustomerQuery(first.filter(), first.order(), first.size(), Optional.of(DEEP));

        // When
        String plan = plans.of(CustomerStore.select(deep));

        // Then
        assertThat(plan)
                .contains("Index Scan")
                .containsPattern("Index Cond: .*ROW\\(create_time, id\\)")
                .doesNotContain("Seq Scan", "Sort", "Filter");
        assertThat(plans.of(CustomerStore.select(first)))
                .contains("Index Scan")
                .doesNotContain("Seq Scan", "Sort", "Filter");
    }

    @Test
    void anIdentityIsFoundByIndexes() throws SQLException {
        // Given
        var query = CustomerQuery.parse("identity = \"plan:1\"", "", 50, "");

        // When
        String plan = plans.of(CustomerStore.select(query));

        // Then
        assertThat(plan).contains("customer_pkey", "customer_identity_pkey").doesNotContain("Seq Scan");
    }

    @Test
    void aRareNameIsFoundByItsIndexAndACommonOneByTime() throws SQLException {
        // Given
        var rare = CustomerQuery.parse("name : \"abcde\"", "", 50, "");
        var common = CustomerQuery.parse("name : \"a\"", "", 50, "");

        // When
        String rarePlan = plans.of(CustomerStore.select(rare));
        String commonPlan = plans.of(CustomerStore.select(common));

        // Then
        assertThat(rarePlan).contains("customer_name").doesNotContain("Seq Scan");
        assertThat(commonPlan).contains("customer_create_time").doesNotContain("Seq Scan");
    }
}
