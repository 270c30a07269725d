package io.smartcrm.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.customer.attribute.AttributeSchema;
import io.smartcrm.customer.listing.Plans;
import io.smartcrm.customer.listing.TimePosition;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 50,000 customers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerPlanTest {
    private static final String FILL = """
        insert into customer (id, name_codes, email_code, country, team, tags, create_time, update_time)
        select gen_random_uuid(), array[case when i %% 1250 = 0 then %d else %d end], gen_random_uuid(),
            'C' || i %% 40, 'T' || i %% 50, case when i %% 10 = 0 then array['vip'] else '{}' end, at, at
        from (select i, timestamptz '2020-01-01Z' + i * interval '4 minutes' as at
              from generate_series(1, 50000) as i) as filled\
        """;
    private static final String FILL_IDENTITIES = """
        insert into customer_identity (namespace, value_code, value, customer_id)
        select 'plan', gen_random_uuid(), '', id from customer limit 5000\
        """;
    private static final TimePosition DEEP = new TimePosition(Instant.parse("2020-03-01T00:00:00Z"), new UUID(1, 2));
    private static final AttributeSchema NO_ATTRIBUTES = new AttributeSchema(List.of());
    private static final VisibleTeams ONE_TEAM = VisibleTeams.of(List.of("T7"));

    @TempDir
    static Path folder;

    private SealedDatabase database;
    private Plans plans;

    @BeforeAll
    void fill() throws SQLException {
        database = new SealedDatabase(folder, "latest");
        plans = new Plans(database.connection);
        plans.execute(FILL.formatted(
                database.seal.soughtCodes("abcde")[0], database.seal.soughtCodes("common")[0]));
        plans.execute(FILL_IDENTITIES);
        // All rows are looked at, not a sample of them: the estimates are the same each time.
        plans.execute("set default_statistics_target = 1000");
        plans.execute("analyze customer, customer_identity, customer_facet");
    }

    @AfterAll
    void undo() throws SQLException {
        database.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``,create_time desc",
                "``,create_time",
                "country = \"C7\",create_time desc",
                "country = \"C7\",create_time",
                "team = \"T7\",create_time desc",
                "team = \"T7\",create_time",
                "tag = \"vip\",create_time desc",
                "tag = \"vip\",create_time",
            })
    void aPageIsReadFromAnIndexAtAnyDepth(String filter, String orderBy) throws SQLException {
        // Given
        var first = CustomerQuery.parse(filter, orderBy, 50, "");
        var deep = new CustomerQuery(first.filters(), first.order(), first.size(), Optional.of(DEEP));

        // When
        String plan = plan(deep, VisibleTeams.ALL);

        // Then
        assertThat(plan)
                .contains("Index")
                .containsPattern("Index Cond: .*ROW\\(create_time, (customer_)?id\\)")
                .doesNotContain("Seq Scan", "Sort", "Filter");
        assertThat(plan(first, VisibleTeams.ALL)).contains("Index").doesNotContain("Seq Scan", "Sort", "Filter");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``,create_time desc",
                "country = \"C7\",create_time",
                "tag = \"vip\",create_time desc",
            })
    void anAgentsPageIsMergedFromAnIndexForEachTeam(String filter, String orderBy) throws SQLException {
        // Given
        var first = CustomerQuery.parse(filter, orderBy, 50, "");
        var deep = new CustomerQuery(first.filters(), first.order(), first.size(), Optional.of(DEEP));

        // When
        String plan = plan(deep, ONE_TEAM);

        // Then
        assertThat(plan)
                .containsPattern("Index Cond: .*team = 'T7'.*ROW\\(create_time, (customer_)?id\\)")
                .containsPattern("Index Cond: .*team = ''.*ROW\\(create_time, (customer_)?id\\)")
                .doesNotContain("Seq Scan", "Filter");
    }

    @Test
    void aRangeOfTimesIsReadFromTheSameIndex() throws SQLException {
        // Given
        String range = "createTime >= \"2020-02-01T00:00:00Z\" and createTime < \"2020-04-01T00:00:00Z\"";
        var query = CustomerQuery.parse("country = \"C7\" and " + range, "", 50, "");

        // When
        String plan = plan(query, VisibleTeams.ALL);

        // Then
        assertThat(plan)
                .containsPattern("Index Cond: .*country.*create_time >= .*create_time <")
                .doesNotContain("Seq Scan", "Sort", "Filter");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "identity = \"plan:1\",customer_identity_pkey",
                "email = \"ada@example.org\",customer_email",
                "phone = \"+44 1\",customer_phone"
            })
    void aNameOfOneCustomerIsFoundByItsIndex(String filter, String index) throws SQLException {
        // Given
        var query = CustomerQuery.parse(filter, "", 50, "");

        // When
        String plan = plan(query, ONE_TEAM);

        // Then
        assertThat(plan).contains(index).doesNotContain("Seq Scan");
    }

    @Test
    void aRareNameIsFoundByItsIndexAndACommonOneByTime() throws SQLException {
        // Given
        var rare = CustomerQuery.parse("name : \"Abcde\"", "", 50, "");
        var common = CustomerQuery.parse("name : \"common\"", "", 50, "");

        // When
        String rarePlan = plan(rare, VisibleTeams.ALL);
        String commonPlan = plan(common, VisibleTeams.ALL);

        // Then
        assertThat(rarePlan).contains("customer_name").doesNotContain("Seq Scan");
        assertThat(commonPlan).contains("customer_create_time").doesNotContain("Seq Scan");
    }

    private String plan(CustomerQuery query, VisibleTeams visible) throws SQLException {
        return plans.of(new CustomerSelect(query, query.facet(NO_ATTRIBUTES), visible, database.seal).statement());
    }
}
