package io.smartcrm.recommend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.Shops;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.Popularity;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListQualityTest {
    /** Of four customers all have item 0, two have 1, one has 2, and nobody has 3. */
    private static final Interactions SHOP = Interactions.of(Shops.events(
            4,
            4,
            Shops.row(0, 0, 1),
            Shops.row(1, 0, 1),
            Shops.row(2, 0, 1),
            Shops.row(3, 0, 1),
            Shops.row(0, 1, 1),
            Shops.row(1, 1, 1),
            Shops.row(0, 2, 1)));

    @Test
    void listsAreJudgedAsComputedByHand() {
        // Given: a customer with item 2 is offered 0, then 1
        List<Trial> trials = List.of(new Trial(Shops.history(2), relevant(1), false));

        // When
        ListQuality quality = ListQuality.of(Popularity.ofAllTime(SHOP), trials, SHOP);

        // Then
        assertThat(quality.reciprocalRank20().value()).isEqualTo(.5);
        assertThat(quality.novelty20().value()).as("0 bits and 1 bit").isCloseTo(.5, within(1e-12));
        assertThat(quality.diversity20().value())
                .as("2 of 4 and 2 in common")
                .isCloseTo(1 - 2 / Math.sqrt(8), within(1e-12));
        assertThat(quality.popularityLift().value())
                .as("3/4 of the customers on average, against 1/4")
                .isCloseTo(2, within(1e-12));
    }

    @Test
    void standardErrorsAreThoseOfTheMeanOverCustomers() {
        // Given
        List<Trial> trials = List.of(
                new Trial(Shops.history(2), relevant(0), false), new Trial(Shops.history(2), relevant(1), false));

        // When
        ListQuality quality = ListQuality.of(Popularity.ofAllTime(SHOP), trials, SHOP);

        // Then: reciprocal ranks are 1 and 1/2
        assertThat(quality.reciprocalRank20().value()).isEqualTo(.75);
        assertThat(quality.reciprocalRank20().standardError()).isCloseTo(.25, within(1e-12));
    }

    @Test
    void ofSomebodyWithoutChoicesNoBiasIsTold() {
        // When
        ListQuality quality = ListQuality.of(
                Popularity.ofAllTime(SHOP), List.of(new Trial(History.empty(), relevant(0), false)), SHOP);

        // Then
        assertThat(quality.popularityLift().count()).isZero();
        assertThat(quality.novelty20().count()).isEqualTo(1);
    }

    private static BitSet relevant(int item) {
        BitSet relevant = new BitSet();
        relevant.set(item);
        return relevant;
    }
}
