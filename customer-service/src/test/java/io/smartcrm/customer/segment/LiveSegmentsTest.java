package io.smartcrm.customer.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smartcrm.customer.touch.Changes;
import io.smartcrm.outbox.Outbox;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each in a transaction that is undone. */
@QuarkusTest
class LiveSegmentsTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID cleo = UUID.randomUUID();
    private final LiveSegments segments = segments(Map.of());

    @Inject
    AgroalDataSource database;

    private Connection connection;

    @BeforeEach
    void fill() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        SegmentFacts.fill(connection, ann, bob, cleo);
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void timeAloneLetsCustomersLeave() throws SQLException {
        // Given
        Segment segment = evaluated("orders.count(last 30 days) > 0 and country = 'FR'");
        assertThat(members(segment)).containsExactly(ann);

        // When
        work(NOW.plus(Duration.ofDays(20)));
        List<UUID> soon = members(segment);
        work(NOW.plus(Duration.ofDays(40)));

        // Then
        assertThat(soon).containsExactly(ann);
        assertThat(members(segment)).isEmpty();
        assertThat(stored(segment).memberCount()).isZero();
    }

    @Test
    void timeAloneLetsCustomersEnter() throws SQLException {
        // Given
        Segment segment = evaluated("orders.days_since_last > 20 and attribute.segHeight is known");
        assertThat(members(segment)).isEmpty();

        // When
        work(NOW.plus(Duration.ofDays(16)));

        // Then
        assertThat(members(segment)).containsExactly(ann);
    }

    @Test
    void onlySegmentsThatAskWhatChangedLookAtTheCustomer() throws SQLException {
        // Given
        Segment byOrders = evaluated("tag('vip') and orders.count < 3");
        Segment byProfile = evaluated("tag('vip')");
        SegmentFacts.execute(connection, "update customer set tags = '{}' where id = ?", ann);

        // When
        segments.follow(connection, new Changes(Map.of("sales_order", Set.of(ann)), false), NOW);
        List<UUID> afterOrder = members(byProfile);
        segments.follow(connection, new Changes(Map.of("customer", Set.of(ann)), false), NOW);

        // Then
        assertThat(members(byOrders)).isEmpty();
        assertThat(afterOrder).containsExactly(ann);
        assertThat(members(byProfile)).isEmpty();
    }

    @Test
    void productsThatChangeHaveAllCustomersEvaluatedAgain() throws SQLException {
        // Given
        Segment segment = evaluated("products.bought(category 'Home/Light')");
        SegmentFacts.execute(connection, "update product set category_path = '{Garden}' where code = 'seg-lamp'");

        // When
        segments.follow(connection, new Changes(Map.of(), true), NOW);
        work(NOW.plusSeconds(10));
        List<UUID> soon = members(segment);
        work(NOW.plusSeconds(120));

        // Then
        assertThat(soon).containsExactly(bob);
        assertThat(members(segment)).isEmpty();
    }

    @Test
    void whatTakesTooLongFailsAndKeepsItsMembers() throws SQLException {
        // Given
        Segment segment = evaluated("country = 'FR' and tag('vip')");
        SegmentFacts.execute(connection, """
                insert into customer (id, country, create_time, update_time)
                select gen_random_uuid(), 'FR', now(), now() from generate_series(1, 20000)""");
        var hasty = segments(Map.of("smartcrm.segment.evaluation-timeout", "PT0.001S"));

        // When
        hasty.evaluate(connection, segment, NOW);

        // Then
        assertThat(stored(segment).state()).isEqualTo(SegmentState.FAILED);
        assertThat(stored(segment).failure()).contains("took longer than");
        assertThat(members(segment)).containsExactly(ann);
    }

    @Test
    void aDefinitionWhoseAttributeIsGoneFails() throws SQLException {
        // Given
        Segment segment = evaluated("attribute.segSize = 'L'");
        SegmentFacts.execute(connection, "delete from attribute_definition where name = 'segSize'");

        // When
        segments.follow(connection, new Changes(Map.of("customer", Set.of(ann)), false), NOW);
        work(NOW.plusSeconds(1));

        // Then
        assertThat(stored(segment).state()).isEqualTo(SegmentState.FAILED);
        assertThat(stored(segment).failure()).contains("no attribute 'segSize' is defined");
        assertThat(members(segment)).containsExactly(ann);
    }

    @Test
    void whoEntersAndLeavesIsToldOnce() throws SQLException {
        // Given
        Segment segment = evaluated("tag('vip')");

        // When
        segments.evaluate(connection, segment, NOW);
        segments.follow(connection, new Changes(Map.of("customer", Set.of(ann, bob)), false), NOW);

        // Then
        assertThat(number("select count(*) from outbox where key = ?", ann.toString()))
                .isEqualTo(1);
        assertThat(number("select count(*) from outbox where key = ?", bob.toString()))
                .isZero();
    }

    @Test
    void aMergedCustomersPlaceInAStaticSegmentMovesAndComesBack() throws SQLException {
        // Given
        Segment segment = Segment.create(
                new Segment.Texts(UUID.randomUUID().toString(), ""), SegmentKind.STATIC, "tag('vip')", NOW);
        new SegmentTable(connection).insert(segment);
        segments.evaluate(connection, segment, NOW);
        var holding = new SegmentHolding();

        // When
        List<String> moved = holding.carryOver(connection, ann, cleo);
        List<UUID> merged = members(segment);
        holding.bringBack(connection, ann, cleo, moved);

        // Then
        assertThat(merged).containsExactly(cleo);
        assertThat(members(segment)).containsExactly(ann);
        assertThat(holding.erase(connection, ann)).isEqualTo(1);
        assertThat(members(segment)).isEmpty();
        assertThat(stored(segment).memberCount()).isZero();
    }

    @Test
    void anEstimateComesFromASample() throws SQLException {
        // Given
        SegmentFacts.execute(connection, """
                insert into customer (id, country, create_time, update_time)
                select gen_random_uuid(), case when i % 4 = 0 then 'QQ' else 'ZZ' end, now(), now()
                from generate_series(1, 20000) as i""");
        SegmentFacts.execute(connection, "analyze customer");
        var checked = new Definitions(connection).require("country = 'QQ'");

        // When
        Preview preview = Preview.estimate(connection, checked, 2000, NOW);

        // Then
        assertThat(preview.exact()).isFalse();
        assertThat(preview.count()).isBetween(4000L, 6000L);
        assertThat(preview.lowest()).isLessThan(preview.count());
    }

    @Test
    void everyWayToWriteAnOrderTouchesItsCustomer() throws SQLException {
        // Given
        SegmentFacts.execute(connection, "delete from customer_touched");

        // When
        SegmentFacts.execute(connection, "update sales_order set customer_id = ? where customer_id = ?", cleo, bob);
        SegmentFacts.execute(connection, "delete from sales_order where customer_id = ?", ann);

        // Then
        for (UUID touched : List.of(ann, bob, cleo)) {
            assertThat(number("select count(*) from customer_touched where customer_id = ?", touched))
                    .isEqualTo(1);
        }
    }

    private static LiveSegments segments(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder().withMapping(SegmentConfig.class);
        settings.forEach(builder::withDefaultValue);
        return new LiveSegments(new Outbox(), builder.build().getConfigMapping(SegmentConfig.class));
    }

    private Segment evaluated(String definition) throws SQLException {
        String text = new Definitions(connection).require(definition).text();
        var texts = new Segment.Texts(UUID.randomUUID().toString(), "");
        Segment segment = Segment.create(texts, SegmentKind.LIVE, text, NOW);
        new SegmentTable(connection).insert(segment);
        segments.evaluate(connection, segment, NOW);
        assertThat(stored(segment).state()).isEqualTo(SegmentState.READY);
        return segment;
    }

    private void work(Instant now) throws SQLException {
        boolean more = true;
        while (more) {
            more = segments.work(connection, now);
        }
    }

    private Segment stored(Segment segment) throws SQLException {
        return new SegmentTable(connection).find(segment.id()).orElseThrow();
    }

    private List<UUID> members(Segment segment) throws SQLException {
        return new MemberTable(connection, new Outbox())
                .page(segment.id(), Optional.empty(), 100).stream()
                        .map(MemberTable.Member::customer)
                        .filter(List.of(ann, bob, cleo)::contains)
                        .toList();
    }

    private long number(String sql, Object... values) throws SQLException {
        try (var statement = Sql.of(sql, values).prepare(connection);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
