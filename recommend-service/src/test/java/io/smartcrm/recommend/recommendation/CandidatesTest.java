package io.smartcrm.recommend.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.feedback.Bought;
import io.smartcrm.recommend.hybrid.Signal;
import io.smartcrm.recommend.hybrid.Weights;
import io.smartcrm.recommend.training.TrainedModel;
import io.smartcrm.recommend.training.TrainedModels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private static final long NOW = 100 * 86_400;

    private final TrainedModel model = TrainedModels.small();
    private final Candidates candidates = new Candidates(model, Weights.DEFAULT);

    @Test
    void whatSpeaksForAProductIsToldAndItsSharesAreParts() {
        // When
        List<Candidate> offered = of(Scenario.FOR_CUSTOMER, bought(10, 30), List.of(), Set.of(10, 30), 10);

        // Then
        Candidate first = offered.get(0);
        assertThat(first.product()).isEqualTo(20);
        assertThat(first.because()).isNotEmpty();
        assertThat(first.because()).isSortedAccordingTo((one, other) -> Double.compare(other.share(), one.share()));
        assertThat(first.because().stream().mapToDouble(Why::share).sum()).isBetween(.1, 1.0001);
        assertThat(offered).isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
    }

    @Test
    void whatWasBoughtBeforeIsOfferedAgainWithItsCadence() {
        // Given
        Bought habit = new Bought(30, 3, 3, Instant.ofEpochSecond(0), Instant.ofEpochSecond(90 * 86_400));

        // When
        List<Candidate> offered =
                of(Scenario.BUY_AGAIN, List.of(habit, bought(40).get(0)), List.of(), Set.of(), 10);

        // Then
        assertThat(offered).extracting(Candidate::product).containsExactly(30, 40);
        assertThat(offered.get(0).source()).isEqualTo(Source.BUY_AGAIN);
        assertThat(offered.get(0).because())
                .contains(new Why.Again(
                        3,
                        Duration.ofDays(10),
                        Duration.ofDays(45),
                        offered.get(0).because().get(0).share()));
    }

    @Test
    void aNewcomerGetsWhatManyBoughtLately() {
        // When
        List<Candidate> offered = of(Scenario.FOR_CUSTOMER, List.of(), List.of(), Set.of(), 10);

        // Then
        assertThat(offered.get(0).product()).isEqualTo(20);
        assertThat(offered.get(0).source()).isIn(Source.POPULAR, Source.TRENDING);
        assertThat(offered).extracting(Candidate::product).doesNotContain(60);
        assertThat(offered).extracting(Candidate::product).containsAll(List.of(10, 30, 40, 50));
    }

    @Test
    void aVisitorNobodyKnowsGetsWhatSessionsWentOnTo() {
        // When
        List<Candidate> offered = of(Scenario.NEXT_IN_SESSION, List.of(), List.of(10, 30), Set.of(10, 30), 5);

        // Then
        assertThat(offered.get(0).product()).isEqualTo(20);
        assertThat(offered.get(0).source()).isEqualTo(Source.SESSION);
        assertThat(offered.get(0).because()).anyMatch(why -> why instanceof Why.After after && after.seen() == 30);
    }

    @Test
    void whatGoesWithABasketIsToldWithItsSupportAndLift() {
        // When
        List<Candidate> offered = of(Scenario.WITH_BASKET, List.of(), List.of(10), Set.of(10), 5);

        // Then
        assertThat(offered.get(0).product()).isEqualTo(20);
        assertThat(offered.get(0).source()).isEqualTo(Source.TOGETHER);
        Why.Together together = (Why.Together) offered.get(0).because().get(0);
        assertThat(together.with()).isEqualTo(10);
        assertThat(together.baskets()).isEqualTo(2);
        assertThat(together.lift()).isCloseTo(4 / 3.0, within(1e-9));
        assertThat(offered).extracting(Candidate::product).doesNotContain(10).doesNotHaveDuplicates();
    }

    @Test
    void productsNobodyBoughtYetAreFoundByTheirTexts() {
        // When
        List<Candidate> similar = candidates.similarTo(60, Likeness.BOTH, 10);
        List<Candidate> offered = of(Scenario.FOR_CUSTOMER, bought(40), List.of(), Set.of(40), 10);

        // Then
        assertThat(similar).extracting(Candidate::product).contains(10, 40);
        assertThat(similar).extracting(Candidate::source).containsOnly(Source.CONTENT);
        assertThat(offered).extracting(Candidate::product).contains(60);
    }

    @Test
    void similarProductsAreThoseBoughtTogetherThenThoseThatReadAlike() {
        // When
        List<Candidate> both = candidates.similarTo(40, Likeness.BOTH, 10);

        // Then
        assertThat(both.get(0).product()).isEqualTo(50);
        assertThat(both.get(0).because()).containsExactly(new Why.BoughtWith(40, 1));
        assertThat(both).extracting(Candidate::product).contains(60);
        assertThat(candidates.similarTo(40, Likeness.BEHAVIOUR, 10))
                .extracting(Candidate::product)
                .containsExactly(50);
        assertThat(candidates.similarTo(99, Likeness.BOTH, 10)).isEmpty();
    }

    @Test
    void productsNobodyBoughtYetAreLikeThoseThatAgreeInMostAttributesThenThoseThatReadAlike() {
        // Given
        Candidates described = new Candidates(TrainedModels.described(), Weights.DEFAULT);

        // When
        List<Candidate> cold = described.similarTo(60, Likeness.BOTH, 10);
        List<Candidate> sold = described.similarTo(50, Likeness.BOTH, 10);

        // Then
        assertThat(cold).extracting(Candidate::product).containsExactly(10, 40);
        assertThat(cold).extracting(Candidate::source).containsExactly(Source.ATTRIBUTES, Source.CONTENT);
        assertThat(cold.get(0).score()).isCloseTo(5.5 / 7, within(1e-6));
        assertThat(sold.get(0).source()).isEqualTo(Source.ITEM_BASED);
        assertThat(described.similarTo(60, Likeness.ATTRIBUTES, 10))
                .extracting(Candidate::product)
                .containsExactly(10, 40);
        assertThat(candidates.similarTo(60, Likeness.ATTRIBUTES, 10)).isEmpty();
    }

    @Test
    void aHybridThatWeighsAttributesTellsWhatIsShared() {
        // Given
        Candidates byAttributes =
                new Candidates(TrainedModels.described(), new Weights(Map.of(Signal.ATTRIBUTES, 1.0)));

        // When
        List<Candidate> offered = byAttributes.of(
                Scenario.FOR_CUSTOMER, new Known(bought(10), List.of(), NOW), product -> product != 10, 5);

        // Then
        assertThat(offered.get(0).product()).isEqualTo(60);
        assertThat(offered.get(0).source()).isEqualTo(Source.ATTRIBUTES);
        assertThat(offered.get(0).because()).singleElement().isInstanceOfSatisfying(Why.Alike.class, why -> {
            assertThat(why.like()).isEqualTo(10);
            assertThat(why.shared()).hasSize(3);
        });
    }

    @Test
    void excludedProductsAreNeverOfferedInAnyScenario() {
        for (Scenario scenario : Scenario.values()) {
            assertThat(of(scenario, bought(10, 20), List.of(30), Set.of(20, 40), 10))
                    .extracting(Candidate::product)
                    .as(scenario.name())
                    .doesNotContain(20, 40)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void diversityPartsProductsThatReadAlike() {
        // Given
        List<Candidate> alike = List.of(candidate(10, 3), candidate(60, 2.9), candidate(50, 1));

        // When
        List<Candidate> diverse = candidates.diverse(alike, .9);

        // Then
        assertThat(diverse).extracting(Candidate::product).containsExactly(10, 50, 60);
        assertThat(candidates.diverse(alike, 0)).isEqualTo(alike);
    }

    private static Candidate candidate(int product, double score) {
        return new Candidate(product, score, Source.POPULAR, List.of());
    }

    private List<Candidate> of(
            Scenario scenario, List<Bought> bought, List<Integer> seen, Set<Integer> excluded, int limit) {
        return candidates.of(scenario, new Known(bought, seen, NOW), product -> !excluded.contains(product), limit);
    }

    private static List<Bought> bought(int... products) {
        Instant lately = Instant.ofEpochSecond(99 * 86_400);
        return IntStream.of(products)
                .mapToObj(product -> new Bought(product, 1, 1, lately, lately))
                .toList();
    }
}
