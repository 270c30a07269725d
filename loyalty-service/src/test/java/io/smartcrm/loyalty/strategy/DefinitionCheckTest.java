package io.smartcrm.loyalty.strategy;

import static io.smartcrm.loyalty.strategy.StrategyFixtures.cap;
import static io.smartcrm.loyalty.strategy.StrategyFixtures.definition;
import static io.smartcrm.loyalty.strategy.StrategyFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smartcrm.loyalty.lifecycle.LifecycleState;
import io.smartcrm.loyalty.strategy.Condition.Operator;
import io.smartcrm.loyalty.strategy.Definition.Exclusion;
import io.smartcrm.loyalty.strategy.Definition.Limits;
import io.smartcrm.loyalty.strategy.Trigger.Crossing;
import io.smartcrm.loyalty.strategy.Trigger.Crossing.Direction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionCheckTest {
    private static final Trigger LAPSING = new Trigger.Lifecycle(Set.of(), Set.of(LifecycleState.Name.LAPSED));
    private static final Trigger DYING = new Crossing(Fact.ALIVE, Direction.DOWN, 0.3);

    static Stream<Arguments> nonsense() {
        Definition plain = definition("plain");
        return Stream.of(
                Arguments.of(
                        "conditions[1]",
                        with(plain, Condition.of(Fact.POINTS, Operator.ABOVE, 100), number(Operator.BELOW, 50))),
                Arguments.of(
                        "conditions[1]",
                        with(plain, Condition.of(Fact.POINTS, Operator.ABOVE, 50), number(Operator.EQUAL_TO, 50))),
                Arguments.of(
                        "conditions[1]",
                        with(
                                plain,
                                Condition.of(Fact.TIER, Operator.ONE_OF, "gold"),
                                Condition.of(Fact.TIER, Operator.NONE_OF, "gold"))),
                Arguments.of(
                        "conditions[0]",
                        with(with(plain, LAPSING), Condition.of(Fact.LIFECYCLE, Operator.ONE_OF, "LOYAL"))),
                Arguments.of(
                        "conditions[0]", with(with(plain, DYING), Condition.of(Fact.ALIVE, Operator.AT_LEAST, 0.5))),
                Arguments.of(
                        "conditions[0].names", with(plain, Condition.of(Fact.LIFECYCLE, Operator.ONE_OF, "HAPPY"))),
                Arguments.of("conditions[0].operator", with(plain, Condition.of(Fact.TIER, Operator.ABOVE, 1))),
                Arguments.of(
                        "conditions[0].fact",
                        with(with(plain, LAPSING), Condition.of(Fact.ORDER_AMOUNT, Operator.ABOVE, 1))),
                Arguments.of("limits.consent", with(plain, new Action.Email("Hello", "Hello", ""))),
                Arguments.of("holdOut", with(plain, 0.95, 0)),
                Arguments.of("actions", with(plain, new Action[0])));
    }

    private static Condition number(Operator operator, double number) {
        return Condition.of(Fact.POINTS, operator, number);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("nonsense")
    void whatNobodyCouldFulfilIsRefusedWhereItSaysSo(String field, Definition definition) {
        // When
        Refused refused = catchThrowableOfType(Refused.class, () -> DefinitionCheck.check(definition));

        // Then
        assertThat(refused.field()).isEqualTo(field);
    }

    @Test
    void aLetterTellsOnlyWhatCanBeKnown() {
        // Given
        Limits agreed = new Limits(0, 30, 0, Optional.empty(), Optional.of("marketing"), Optional.empty());
        Definition early = with(with(definition("early"), new Action.Email("{{voucher}}", "Hello", "")), agreed);

        // When
        Refused unknown = catchThrowableOfType(Refused.class, () -> new Action.Email("Hello", "{{shoe size}}", ""));
        Refused tooEarly = catchThrowableOfType(Refused.class, () -> DefinitionCheck.check(early));

        // Then
        assertThat(unknown).hasMessageContaining("{{shoe size}}").hasMessageContaining("points_expiring");
        assertThat(tooEarly.field()).isEqualTo("actions[0].email");
    }

    @Test
    void whatSomebodyCouldFulfilIsNot() {
        // Given
        Definition narrow = with(
                with(definition("narrow"), DYING),
                Condition.of(Fact.ALIVE, Operator.AT_LEAST, 0.3),
                Condition.of(Fact.LIFECYCLE, Operator.NONE_OF, "NEW", "PROSPECT"),
                Condition.of(Fact.TIER, Operator.NONE_OF, "gold"));

        // When // Then
        assertThatCode(() -> DefinitionCheck.check(narrow)).doesNotThrowAnyException();
    }

    @Test
    void twoThatWantTheSameCustomersWithOnePriorityAreRivals() {
        // Given
        Limits group = new Limits(1, 30, 0, Optional.empty(), Optional.empty(), Optional.of(new Exclusion("care", 7)));
        Definition one = with(definition("one"), group);
        Definition other = with(definition("other"), group);

        // When // Then
        assertThat(DefinitionCheck.rivals(one, other)).isTrue();
        assertThat(DefinitionCheck.rivals(one, with(other, 0, 1))).isFalse();
        assertThat(DefinitionCheck.rivals(one, with(other, cap(1, 30)))).isFalse();
    }

    @Test
    void pointsThatSetOffMorePointsAreALoop() {
        // Given
        Definition rich = with(definition("rich"), new Crossing(Fact.POINTS, Direction.UP, 100));
        Definition richer = with(definition("richer"), new Crossing(Fact.POINTS, Direction.UP, 200));

        // When // Then
        assertThat(LoopCheck.find(List.of(rich))).contains(List.of("rich"));
        assertThat(LoopCheck.find(List.of(with(rich, cap(1, 30)), with(richer, cap(1, 30)))))
                .isEmpty();
        assertThat(LoopCheck.find(List.of(with(rich, new Action.Publish("rich", java.util.Map.of())))))
                .isEmpty();
    }

    @Test
    void aLoopOverTwoIsNamedStepByStep() {
        // Given
        var task = new Action.Task("Call", Action.Task.Urgency.HIGH);
        Definition apology =
                with(with(definition("apology"), new Trigger.Event(Trigger.Kind.CASE_RATED)), new Action.Points(50));
        Definition care = with(with(definition("care"), new Crossing(Fact.POINTS, Direction.UP, 10)), task);

        // When
        Optional<List<String>> loop = LoopCheck.find(List.of(definition("bystander"), apology, care));

        // Then
        assertThat(loop).contains(List.of("apology", "care"));
    }
}
