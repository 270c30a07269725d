package io.smartcrm.customer.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.segmentlanguage.CheckedSegment;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three customers with every kind of fact, in a transaction that is undone. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SegmentSqlTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final UUID ANN = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();
    private static final UUID CLEO = UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    private Connection connection;

    @BeforeAll
    void fill() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        SegmentFacts.fill(connection, ANN, BOB, CLEO);
    }

    @AfterAll
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "country = 'FR' | ann bob",
                "country != 'FR' | ",
                "not country = 'FR' | cleo",
                "country in ('FR', 'DE') | ann bob",
                "country not in ('DE') | ann bob",
                "country is not known | cleo",
                "country starts with 'F' | ann bob",
                "team = 'north' | ann",
                "created = '2026-01-01' | ann",
                "created > '2026-01-01' | bob cleo",
                "created between '2026-01-01' and '2026-02-01' | ann bob",
                "days_since_created >= 134 | ann bob",
                "has_email | ann",
                "has_phone = false | ann bob cleo",
                "tag('vip') | ann",
                "tag('vip') or tag('new') | ann bob",
                "attribute.segSize in ('L', 'XL') | ann",
                "attribute.segSize != 'L' | bob",
                "attribute.segHeight between 1.7 and 1.8 | ann",
                "attribute.segHeight is known | ann",
                "attribute.segMember | bob",
                "attribute.segBirthday < '1990-01-01' | bob",
                "orders.count = 0 | cleo",
                "orders.count(last 90 days) >= 2 | ann",
                "orders.count(last 3 months) >= 2 | ann",
                "orders.count(kind 'REFUND') = 1 | ann",
                "orders.count(since '2026-05-01', before '2026-06-02') = 1 | ann",
                "orders.sum > 25 EUR | ann",
                "orders.sum(last 10 days) = 0 EUR | bob cleo",
                "orders.sum >= 100 USD | bob",
                "orders.avg between 15 EUR and 16 EUR | ann",
                "orders.first = '2026-05-01' | ann",
                "orders.last >= '2026-06-10' | ann",
                "orders.days_since_last = 5 | ann",
                "orders.days_since_first > 100 | bob",
                "refunds.count = 1 | ann",
                "refunds.sum = 10 EUR | ann",
                "refunds.rate = 0.5 | ann",
                "products.bought(category 'Home/Mugs') | ann",
                "products.bought(category 'Home') | ann bob",
                "products.bought(category 'Home/Mugs', last 6 days) | ann",
                "products.bought(product 'seg-lamp') and country = 'FR' | bob",
                "products.count(category 'Home') = 1 | ann bob",
                "products.quantity(category 'Home') > 2 | ann",
                "products.bought(brand 'Lumo') | bob",
                "orders.count(channel 'web') = 1 | ann",
                "interactions.count(type 'view', channel 'web', direction 'IN') = 1 | ann bob",
                "interactions.count(last 30 days) = 2 | ann",
                "interactions.last < '2026-04-01' | bob",
                "interactions.days_since_last(type 'view') = 1 | ann",
                "orders.count > 0 and products.bought(category 'Home/Mugs') and not tag('new') | ann",
            })
    void aDefinitionSelectsThoseItIsTrueOf(String definition, String names) throws SQLException {
        // Given
        CheckedSegment segment = new Definitions(connection).require(definition);

        // When
        String all = members(segment, Optional.empty());
        String among = members(segment, Optional.of(new Sql.Ids(List.of(ANN, BOB, CLEO))));

        // Then
        String expected = names == null ? "" : names;
        assertThat(all).isEqualTo(expected);
        assertThat(among).isEqualTo(expected);
    }

    @Test
    void whoIsMergedIntoAnotherIsInNoSegment() throws SQLException {
        // Given
        var before = connection.setSavepoint();
        SegmentFacts.execute(connection, "update customer set merged_into = ? where id = ?", ANN, BOB);

        // When
        String members = members(new Definitions(connection).require("country = 'FR'"), Optional.empty());

        // Then
        assertThat(members).isEqualTo("ann");
        connection.rollback(before);
    }

    @Test
    void whatAPersonWritesNeverBecomesPartOfTheStatement() throws SQLException {
        // Given
        String evil = "x') or true; drop table customer; --";
        CheckedSegment segment = new Definitions(connection)
                .require("country = '" + evil.replace("'", "''") + "' or tag('" + evil.replace("'", "''") + "')");

        // When
        Sql members = new SegmentSql(segment, NOW, Optional.empty()).members();

        // Then
        assertThat(members.text()).doesNotContain("drop");
        assertThat(members(segment, Optional.empty())).isEmpty();
    }

    @Test
    void timeAloneBringsThoseIntoQuestionWhoseFactsGetTooOld() throws SQLException {
        // Given
        CheckedSegment segment =
                new Definitions(connection).require("orders.count(last 30 days) > 0 or orders.days_since_last = 5");
        Instant orderLeaves = Instant.parse("2026-05-31T12:00:00Z");

        // When
        Sql leaving = TimeEdges.between(segment, orderLeaves.minusSeconds(60), orderLeaves.plusSeconds(60));
        Sql fiveDaysOld = TimeEdges.between(segment, NOW.minusSeconds(60), NOW.plusSeconds(60));
        Sql quiet = TimeEdges.between(segment, NOW.plusSeconds(3600), NOW.plusSeconds(7200));

        // Then
        assertThat(ids(leaving)).containsExactly(ANN);
        assertThat(ids(fiveDaysOld)).containsExactly(ANN);
        assertThat(ids(quiet)).isEmpty();
    }

    @Test
    void anExplanationTellsTheActualValues() throws SQLException {
        // Given
        CheckedSegment segment =
                new Definitions(connection).require("country = 'FR' and orders.sum > 100 EUR and not orders.count > 5");
        Segment stored = Segment.create(new Segment.Texts("why", ""), SegmentKind.LIVE, segment.text(), NOW);

        // When
        Explanation explanation = Explanation.of(connection, stored, segment, ANN, false, NOW);

        // Then
        assertThat(explanation.fulfilled()).isFalse();
        assertThat(explanation.findings())
                .extracting(finding -> finding.clause().source() + " -> " + finding.fulfilled() + " " + finding.value())
                .containsExactly(
                        "country = 'FR' -> true FR",
                        "orders.sum > 100 EUR -> false 30.00",
                        "orders.count > 5 -> false 2");
    }

    private String members(CheckedSegment segment, Optional<Sql.Ids> among) throws SQLException {
        List<UUID> found = ids(new SegmentSql(segment, NOW, among).members());
        var names = new StringJoiner(" ");
        if (found.contains(ANN)) {
            names.add("ann");
        }
        if (found.contains(BOB)) {
            names.add("bob");
        }
        if (found.contains(CLEO)) {
            names.add("cleo");
        }
        return names.toString();
    }

    private List<UUID> ids(Sql sql) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (var statement = sql.prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
