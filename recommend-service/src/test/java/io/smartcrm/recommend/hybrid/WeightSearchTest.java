package io.smartcrm.recommend.hybrid;

import static io.smartcrm.recommend.Shops.history;
import static io.smartcrm.recommend.Shops.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.recommend.evaluation.Trial;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightSearchTest {
    @Test
    void aSignalThatForeseesGainsWeightAndOneThatMisleadsDoesNot() {
        // Given that item 1 is chosen next, for which the second part speaks and against which the third does
        BitSet relevant = new BitSet();
        relevant.set(1);
        List<Trial> trials = List.of(new Trial(history(0), relevant, false), new Trial(history(2), relevant, false));
        List<Part> parts = List.of(
                new Part(Signal.TASTE, HybridTest.fixed(0, 0, 0, 1), 1),
                new Part(Signal.POPULAR, HybridTest.fixed(0, 1, 0, 0), .9),
                new Part(Signal.NEW, HybridTest.fixed(0, -1, 0, 0), .3));

        // When
        Weights found = WeightSearch.improve(parts, trials);

        // Then
        assertThat(found.of(Signal.TASTE)).isEqualTo(1);
        assertThat(found.of(Signal.POPULAR)).isGreaterThan(.9);
        assertThat(found.of(Signal.NEW)).isLessThanOrEqualTo(.3);
    }

    @Test
    void whatIsUnlikeTheFirstMovesUpWithDiversity() {
        assertThat(Diversity.order(new double[] {3, 2.9, 1}, 0, 3, (one, other) -> 1))
                .containsExactly(0, 1, 2);
        assertThat(Diversity.order(new double[] {3, 2.9, 1}, .5, 2, (one, other) -> one + other == 1 ? 1 : 0))
                .containsExactly(0, 2);
        assertThatThrownBy(() -> Diversity.order(new double[] {1}, 2, 1, (one, other) -> 0))
                .hasMessageContaining("2.0");
    }

    @Test
    void thoseOfWhomNothingIsKnownGetTheOtherRecommender() {
        // Given
        Switching switching = new Switching(HybridTest.fixed(1, 2), HybridTest.fixed(3, 4));

        // Then
        assertThat(scores(switching, history())).containsExactly(3, 4);
        assertThat(scores(switching, history(1))).containsExactly(1, 2);
        assertThatThrownBy(() -> new Switching(HybridTest.fixed(1), HybridTest.fixed(3, 4)))
                .hasMessageContaining("differ");
    }
}
