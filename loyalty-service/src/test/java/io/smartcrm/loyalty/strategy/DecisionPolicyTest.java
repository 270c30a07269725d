package io.smartcrm.loyalty.strategy;

import static io.smartcrm.loyalty.strategy.StrategyFixtures.candidate;
import static io.smartcrm.loyalty.strategy.StrategyFixtures.cap;
import static io.smartcrm.loyalty.strategy.StrategyFixtures.definition;
import static io.smartcrm.loyalty.strategy.StrategyFixtures.facts;
import static io.smartcrm.loyalty.strategy.StrategyFixtures.history;
import static io.smartcrm.loyalty.strategy.StrategyFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.smartcrm.loyalty.strategy.Condition.Operator;
import io.smartcrm.loyalty.strategy.Decision.Reason;
import io.smartcrm.loyalty.strategy.Definition.Exclusion;
import io.smartcrm.loyalty.strategy.Definition.Limits;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionPolicyTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID STRATEGY = UUID.fromString("0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0aa");
    private static final DecisionPolicy POLICY = new DecisionPolicy(3);
    private static final Action MAIL = new Action.Email("Hello", "Hello", "");
    private static final Limits MARKETING =
            new Limits(0, 0, 0, Optional.empty(), Optional.of("marketing"), Optional.empty());
    private static final Candidate ANYBODY = candidate(facts(Map.of(Fact.POINTS, 100.0)));

    @Test
    void whoFulfilsEverythingIsServedAtOnce() {
        // Given
        Definition definition = with(definition("rich"), Condition.of(Fact.POINTS, Operator.AT_LEAST, 100));

        // When
        Decision decision = POLICY.decide(STRATEGY, definition, ANYBODY, NOON);

        // Then
        assertThat(decision).isEqualTo(new Decision.Act(NOON));
    }

    static Stream<Arguments> obstacles() {
        Definition plain = definition("plain");
        Definition mail = with(with(plain, MAIL), MARKETING);
        Limits group = new Limits(0, 0, 0, Optional.empty(), Optional.empty(), Optional.of(new Exclusion("care", 7)));
        return Stream.of(
                Arguments.of(
                        Reason.RESTRICTED,
                        plain,
                        new Candidate(STRATEGY, ANYBODY.facts(), true, true, false, true, ANYBODY.history())),
                Arguments.of(
                        Reason.OBJECTS,
                        with(plain, Condition.of(Fact.POINTS, Operator.ABOVE, 1)),
                        new Candidate(STRATEGY, ANYBODY.facts(), true, false, true, true, ANYBODY.history())),
                Arguments.of(Reason.CONDITION, with(plain, Condition.of(Fact.POINTS, Operator.BELOW, 100)), ANYBODY),
                Arguments.of(Reason.CONDITION, with(plain, Condition.of(Fact.ALIVE, Operator.BELOW, 1)), ANYBODY),
                Arguments.of(Reason.CONDITION, with(plain, Condition.of(Fact.TIER, Operator.NONE_OF, "gold")), ANYBODY),
                Arguments.of(
                        Reason.CAPPED,
                        with(plain, cap(2, 30)),
                        ANYBODY.with(ANYBODY.facts(), history(2, 0, OptionalInt.empty()))),
                Arguments.of(
                        Reason.LOWER_PRIORITY,
                        with(plain, group),
                        ANYBODY.with(ANYBODY.facts(), history(0, 0, OptionalInt.of(0)))),
                Arguments.of(
                        Reason.NO_CONSENT,
                        mail,
                        new Candidate(STRATEGY, ANYBODY.facts(), true, false, false, false, ANYBODY.history())),
                Arguments.of(
                        Reason.TOO_MANY_CONTACTS,
                        mail,
                        ANYBODY.with(ANYBODY.facts(), history(0, 3, OptionalInt.empty()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("obstacles")
    void everyObstacleIsNamed(Reason reason, Definition definition, Candidate candidate) {
        // When
        Decision decision = POLICY.decide(STRATEGY, definition, candidate, NOON);

        // Then
        assertThat(decision).isEqualTo(new Decision.Pass(reason));
    }

    @Test
    void whoObjectsToProfilingIsStillServedForWhatJustHappened() {
        // Given
        var objecting = new Candidate(UUID.randomUUID(), ANYBODY.facts(), true, false, true, true, ANYBODY.history());

        // When
        Decision decision = POLICY.decide(STRATEGY, definition("thanks for an order"), objecting, NOON);

        // Then
        assertThat(decision).isInstanceOf(Decision.Act.class);
    }

    @Test
    void aHigherPriorityMayServeAgain() {
        // Given
        Limits group = new Limits(0, 0, 0, Optional.empty(), Optional.empty(), Optional.of(new Exclusion("care", 7)));
        Definition urgent = with(with(definition("urgent"), group), 0, 10);
        Candidate served = ANYBODY.with(ANYBODY.facts(), history(0, 0, OptionalInt.of(9)));

        // When
        Decision decision = POLICY.decide(STRATEGY, urgent, served, NOON);

        // Then
        assertThat(decision).isInstanceOf(Decision.Act.class);
    }

    @Test
    void oneInTenIsHeldOutAndStaysSo() {
        // Given
        Definition definition = with(definition("held out"), 0.1, 0);
        var random = new Random(1);
        List<Candidate> customers = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .map(id -> new Candidate(id, ANYBODY.facts(), true, false, false, true, ANYBODY.history()))
                .limit(20_000)
                .toList();

        // When
        List<Decision> decisions = customers.stream()
                .map(customer -> POLICY.decide(STRATEGY, definition, customer, NOON))
                .toList();
        List<Decision> again = customers.stream()
                .map(customer -> POLICY.decide(STRATEGY, definition, customer, NOON))
                .toList();

        // Then
        long heldOut =
                decisions.stream().filter(Decision.HoldOut.class::isInstance).count();
        assertThat(heldOut / 20_000.0).isCloseTo(0.1, offset(0.007));
        assertThat(again).isEqualTo(decisions);
    }

    @Test
    void holdOutsOfTwoStrategiesHaveNothingToDoWithEachOther() {
        // Given
        UUID other = UUID.fromString("0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0ab");
        var random = new Random(2);

        // When
        double both = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(40_000)
                .filter(id -> HoldOut.contains(STRATEGY, id, 0.5) && HoldOut.contains(other, id, 0.5))
                .count();

        // Then
        assertThat(both / 40_000).isCloseTo(0.25, offset(0.01));
    }

    @Test
    void nobodyIsWrittenToAtNight() {
        // Given
        var night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), ZoneId.of("Europe/Berlin"));
        Definition mail = with(
                with(definition("mail"), MAIL),
                new Limits(0, 0, 0, Optional.of(night), Optional.of("marketing"), Optional.empty()));

        // When
        Decision evening = POLICY.decide(STRATEGY, mail, ANYBODY, Instant.parse("2026-03-01T22:00:00Z"));
        Decision beforeDawn = POLICY.decide(STRATEGY, mail, ANYBODY, Instant.parse("2026-03-02T02:00:00Z"));
        Decision day = POLICY.decide(STRATEGY, mail, ANYBODY, NOON);

        // Then
        Instant eight = Instant.parse("2026-03-02T07:00:00Z");
        assertThat(evening).isEqualTo(new Decision.Act(eight));
        assertThat(beforeDawn).isEqualTo(new Decision.Act(eight));
        assertThat(day).isEqualTo(new Decision.Act(NOON));
    }
}
