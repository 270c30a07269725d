package io.smartcrm.loyalty.decision;

import static io.smartcrm.loyalty.strategy.StrategyFixtures.cap;
import static io.smartcrm.loyalty.strategy.StrategyFixtures.definition;
import static io.smartcrm.loyalty.strategy.StrategyFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.campaign.Strategies;
import io.smartcrm.loyalty.campaign.Strategy;
import io.smartcrm.loyalty.campaign.StrategyFixture;
import io.smartcrm.loyalty.marketing.DefinitionBytesGrpc;
import io.smartcrm.loyalty.occasion.Occasion;
import io.smartcrm.loyalty.occasion.OccasionTable;
import io.smartcrm.loyalty.strategy.Condition;
import io.smartcrm.loyalty.strategy.Condition.Operator;
import io.smartcrm.loyalty.strategy.Decision.Reason;
import io.smartcrm.loyalty.strategy.Definition;
import io.smartcrm.loyalty.strategy.Definition.Exclusion;
import io.smartcrm.loyalty.strategy.Definition.Limits;
import io.smartcrm.loyalty.strategy.Fact;
import io.smartcrm.loyalty.strategy.Trigger;
import io.smartcrm.loyalty.strategy.Trigger.Crossing;
import io.smartcrm.loyalty.strategy.Trigger.Schedule;
import io.smartcrm.loyalty.strategy.Trigger.Schedule.Cadence;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deciding on a real database. */
class StrategyRunTest {

    private static LoyaltyDatabase database;
    private static Database pool;
    private static Strategies strategies;
    private static Deciding deciding;
    private static OccasionRun occasions;
    private static ScheduleRun schedules;
    private static Previews previews;

    private final UUID customer = UUID.randomUUID();

    @BeforeAll
    static void createDatabase() throws SQLException {
        database = LoyaltyDatabase.create();
        pool = database.pool();
        var format = new DefinitionBytesGrpc();
        var config = new StrategyFixture.Config(1000, false);
        strategies = new Strategies(pool, format, config);
        deciding = new Deciding(strategies, format, config);
        occasions = new OccasionRun(pool, deciding);
        schedules = new ScheduleRun(pool, deciding, strategies);
        previews = new Previews(pool, deciding, strategies, config);
    }

    @BeforeEach
    void nothingRuns() throws SQLException {
        database.execute("""
                truncate strategy_occasion, strategy_run, strategy_crossed, activity_summary, points_account;
                update strategy set state = 'PAUSED'""");
    }

    /** Due this minute. */
    private static Trigger everyDay() {
        LocalTime time = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        return new Schedule(Cadence.DAILY, 0, time, ZoneOffset.UTC);
    }

    private static Strategy active(Definition definition, long reach) {
        Strategy draft = pool.transaction(connection -> strategies.create(connection, definition, "ann"));
        return strategies.activate(draft.id(), reach);
    }

    private static Definition named(Definition definition) {
        return new Definition(
                definition.name() + " " + UUID.randomUUID(),
                "",
                definition.purpose(),
                definition.trigger(),
                definition.audience(),
                definition.conditions(),
                definition.steps(),
                definition.limits(),
                definition.holdOut(),
                definition.priority(),
                definition.windowDays());
    }

    private static Occasion order(UUID buyer, String number) {
        return Occasion.of(Trigger.Kind.ORDER_PLACED, buyer, "order/" + number, Instant.now())
                .worth(2500);
    }

    private static void happened(Occasion... told) {
        pool.transaction(connection -> {
            new OccasionTable(connection).note(List.of(told), Instant.now());
            return true;
        });
    }

    private static void decideAll() {
        occasions.decideAll();
    }

    private static List<List<String>> decisions(Strategy strategy) throws SQLException {
        return database.rows("select customer_id, held_out from strategy_decision where strategy_id = '" + strategy.id()
                + "' order by customer_id");
    }

    private static long actions(Strategy strategy) throws SQLException {
        return Long.parseLong(
                database.rows("select count(*) from strategy_action where strategy_id = '" + strategy.id() + "'")
                        .get(0)
                        .get(0));
    }

    private static List<List<String>> passes(Strategy strategy) throws SQLException {
        return database.rows("select reason, customers from strategy_pass where strategy_id = '" + strategy.id()
                + "' order by reason");
    }

    private static void buyers(int count) throws SQLException {
        database.execute("""
                insert into activity_summary (customer_id, sale_count, first_sale_time, last_sale_time, currency_code,
                    spent_minor_units)
                select gen_random_uuid(), 1 + number %% 3, now() - interval '90 days', now() - number * interval '1 day', 'EUR',
                    1000 * number
                from generate_series(1, %d) as number""".formatted(count));
    }

    @Test
    void theSameOccasionToldTwiceAndDecidedByTwoAtOnceIsDecidedOnce() throws SQLException {
        // Given
        Strategy thanks = active(named(definition("thanks")), 1000);
        happened(order(customer, "1"), order(customer, "1"));
        happened(order(customer, "1"));

        // When
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(StrategyRunTest::decideAll))
                        .limit(4)
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        happened(order(customer, "1"));
        decideAll();

        // Then
        assertThat(decisions(thanks)).containsExactly(List.of(customer.toString(), "f"));
        assertThat(actions(thanks)).isEqualTo(1);
        assertThat(database.rows("select * from strategy_occasion")).isEmpty();
    }

    @Test
    void aCapHoldsWithinOneBatch() throws SQLException {
        // Given
        Strategy capped = active(named(with(definition("capped"), cap(2, 30))), 1000);

        // When
        happened(order(customer, "1"), order(customer, "2"), order(customer, "3"), order(customer, "4"));
        decideAll();

        // Then
        assertThat(actions(capped)).isEqualTo(2);
        assertThat(passes(capped)).containsExactly(List.of("CAPPED", "2"));
    }

    @Test
    void whoIsHeldOutIsRememberedAndLeftAlone() throws SQLException {
        // Given
        Strategy half = active(named(with(definition("half"), 0.5, 0)), 1000);
        UUID[] customers = Stream.generate(UUID::randomUUID).limit(200).toArray(UUID[]::new);

        // When
        happened(Stream.of(customers).map(id -> order(id, "h" + id)).toArray(Occasion[]::new));
        decideAll();

        // Then
        long heldOut =
                decisions(half).stream().filter(row -> row.get(1).equals("t")).count();
        assertThat(heldOut).isBetween(70L, 130L);
        assertThat(actions(half)).isEqualTo(200 - heldOut);
    }

    @Test
    void whoIsServedByAHigherPriorityIsLeftAloneByTheOthersOfTheGroup() throws SQLException {
        // Given
        Limits group = new Limits(0, 30, 0, Optional.empty(), Optional.empty(), Optional.of(new Exclusion("care", 7)));
        Strategy low = active(named(with(with(definition("low"), group), 0, 1)), 1000);
        Strategy high = active(named(with(with(definition("high"), group), 0, 2)), 1000);

        // When
        happened(order(customer, "1"));
        decideAll();

        // Then
        assertThat(actions(high)).isEqualTo(1);
        assertThat(passes(low)).containsExactly(List.of("LOWER_PRIORITY", "1"));
    }

    @Test
    void moreThanConfirmedPausesTheStrategyAndDoesNothingForTheRest() throws SQLException {
        // Given
        Strategy small = active(named(definition("small")), 3);

        // When
        happened(Stream.generate(UUID::randomUUID)
                .limit(10)
                .map(id -> order(id, "r" + id))
                .toArray(Occasion[]::new));
        decideAll();

        // Then
        assertThat(actions(small)).isEqualTo(3);
        assertThat(passes(small)).containsExactly(List.of("NOT_CONFIRMED", "7"));
        Strategy paused = strategies.get(small.id());
        assertThat(paused.state()).isEqualTo(Strategy.State.PAUSED);
        assertThat(paused.pauseReason()).startsWith("REACH_EXCEEDED");
    }

    @Test
    void aScheduleServesEverybodyWhoFulfilsTheConditionsOnce() throws SQLException {
        // Given
        buyers(60);
        Strategy daily = active(
                named(with(
                        with(definition("daily"), everyDay()),
                        Condition.of(Fact.SPENT, Operator.ABOVE, 20_000),
                        Condition.of(Fact.DAYS_SINCE_ORDER, Operator.AT_MOST, 50))),
                1000);
        begun(daily);

        // When
        schedules.run(Instant.now());
        schedules.run(Instant.now());

        // Then
        assertThat(actions(daily)).isEqualTo(30);
        assertThat(passes(daily)).containsExactly(List.of("CONDITION", "30"));
    }

    @Test
    void aScheduleThatWouldGoTooFarServesNobody() throws SQLException {
        // Given
        buyers(60);
        Strategy million = active(named(with(definition("million"), everyDay())), 59);
        begun(million);

        // When
        schedules.run(Instant.now());

        // Then
        assertThat(actions(million)).isZero();
        assertThat(strategies.get(million.id()).pauseReason()).contains("60 customers would have been served");
    }

    /** As if it had been switched on the day before. */
    private static void begun(Strategy strategy) throws SQLException {
        database.execute(
                "update strategy set activate_time = now() - interval '2 days' where id = '" + strategy.id() + "'");
    }

    @Test
    void anActivationThatIsToServeManyMustBeConfirmed() throws SQLException {
        // Given
        buyers(1100);
        Strategy draft = pool.transaction(
                connection -> strategies.create(connection, named(with(definition("everybody"), everyDay())), "ann"));

        // When
        Failure refused = Assertions.catchThrowableOfType(Failure.class, () -> previews.activate(draft.id(), 0));
        Strategy active = previews.activate(draft.id(), 1100);

        // Then
        assertThat(refused.reason()).isEqualTo("REACH_NOT_CONFIRMED");
        assertThat(refused).hasMessageContaining("1100 customers");
        assertThat(active.active()).isTrue();
    }

    @Test
    void aPreviewTellsWhatWouldBeDecidedAndDoesNothing() throws SQLException {
        // Given
        buyers(50);
        Definition frequent =
                with(with(definition("frequent"), everyDay()), Condition.of(Fact.ORDERS, Operator.AT_LEAST, 3));

        // When
        Preview preview = previews.preview(new UUID(0, 0), frequent);

        // Then
        assertThat(preview.candidates()).isEqualTo(50);
        assertThat(preview.acting()).isEqualTo(17);
        assertThat(preview.passed()).containsEntry(Reason.CONDITION, 33L);
        assertThat(preview.sample()).hasSize(17);
        assertThat(preview.share()).isEqualTo(1);
        assertThat(database.rows("select * from strategy_run")).isEmpty();
    }

    @Test
    void onlyWhoCrossesAThresholdWhileItIsWatchedIsServed() throws SQLException {
        // Given
        database.execute("insert into points_account (customer_id, available) values ('" + customer + "', 90), ('"
                + UUID.randomUUID() + "', 500)");
        Strategy rich = active(
                named(with(
                        with(definition("rich"), new Crossing(Fact.POINTS, Crossing.Direction.UP, 100)), cap(1, 30))),
                1000);
        crossed(rich);

        // When
        database.execute("update points_account set available = 100 where available = 90");
        int first = crossed(rich);
        int second = crossed(rich);
        decideAll();

        // Then
        assertThat(first).isEqualTo(1);
        assertThat(second).isZero();
        assertThat(decisions(rich)).containsExactly(List.of(customer.toString(), "f"));
    }

    private static int crossed(Strategy strategy) {
        return pool.transaction(connection -> CrossingRun.look(connection, strategy, Instant.now()));
    }

    @Test
    void aMemberOfTheAudienceIsServedAndNobodyElse() throws SQLException {
        // Given
        UUID segment = UUID.randomUUID();
        database.execute("insert into segment_member values ('" + segment + "', '" + customer + "', now())");
        Definition plain = named(definition("members"));
        Strategy members = active(
                new Definition(
                        plain.name(),
                        "",
                        plain.purpose(),
                        plain.trigger(),
                        Optional.of(segment),
                        List.of(),
                        plain.steps(),
                        plain.limits(),
                        0,
                        0,
                        30),
                1000);

        // When
        happened(order(customer, "m1"), order(UUID.randomUUID(), "m2"));
        decideAll();

        // Then
        assertThat(decisions(members)).containsExactly(List.of(customer.toString(), "f"));
        assertThat(passes(members)).containsExactly(List.of("OUTSIDE_AUDIENCE", "1"));
    }

    @Test
    void whatIsHistoryIsNotAnsweredAnyMore() throws SQLException {
        // Given
        active(named(definition("late")), 1000);

        // When
        happened(Occasion.of(
                Trigger.Kind.ORDER_PLACED, customer, "order/old", Instant.now().minus(Duration.ofDays(4))));

        // Then
        assertThat(database.rows("select * from strategy_occasion")).isEmpty();
    }

    @Test
    void aStaleChangeIsRefusedAndAGoodOneMakesAVersion() {
        // Given
        Strategy first = active(named(definition("versioned")), 1000);
        Definition changed = with(first.definition(), cap(1, 10));

        // When
        Failure stale = Assertions.catchThrowableOfType(
                Failure.class, () -> strategies.update(first.id(), "1", changed, "bob"));
        Strategy second = strategies.update(first.id(), Long.toString(first.etag()), changed, "bob");

        // Then
        assertThat(stale.kind()).isEqualTo(Failure.Kind.STALE);
        assertThat(second.version()).isEqualTo(2);
        assertThat(strategies.versions(first.id())).extracting("author").containsExactly("bob", "ann");
    }

    @Test
    void loopsAndContradictionsAreRefusedWithTheirNames() {
        // Given
        Limits group = new Limits(1, 30, 0, Optional.empty(), Optional.empty(), Optional.of(new Exclusion("same", 7)));
        Strategy first = active(named(with(definition("first"), group)), 1000);
        Definition loop = named(with(definition("loop"), new Crossing(Fact.POINTS, Crossing.Direction.UP, 100)));

        // When
        Failure contradiction = Assertions.catchThrowableOfType(
                Failure.class, () -> active(named(with(definition("second"), group)), 1000));
        Failure endless = Assertions.catchThrowableOfType(Failure.class, () -> active(loop, 1000));

        // Then
        assertThat(contradiction.reason()).isEqualTo("STRATEGIES_CONTRADICT");
        assertThat(contradiction).hasMessageContaining(first.definition().name());
        assertThat(endless.reason()).isEqualTo("STRATEGY_LOOP");
        assertThat(endless).hasMessageContaining(loop.name());
    }
}
