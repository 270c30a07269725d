package io.smartcrm.recommend.hybrid;

import static io.smartcrm.recommend.Shops.history;
import static io.smartcrm.recommend.Shops.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Recommender;
import java.util.List;
import org.junit.jupiter.api.Test;

class HybridTest {
    private static final Recommender SMALL = fixed(0, 0, 1, 1);
    private static final Recommender LARGE = fixed(100, -100, Recommender.UNSCORED, 0);
    private static final Recommender SILENT = fixed(0, 0, Recommender.UNSCORED, 0);

    @Test
    void partsCountByTheirSpreadAndNotTheirScale() {
        // Given
        Hybrid hybrid = Hybrid.of(List.of(new Part(Signal.TASTE, SMALL, 1), new Part(Signal.POPULAR, LARGE, .5)));

        // When
        float[] scores = scores(hybrid, history());

        // Then the deviations are 1/2 and 100/sqrt(2)
        assertThat(scores[0]).isCloseTo((float) (.5 * Math.sqrt(2)), within(1e-6f));
        assertThat(scores[2]).isCloseTo(2, within(1e-6f));
        assertThat(hybrid.shares(history())[1][1]).isCloseTo((float) (-.5 * Math.sqrt(2)), within(1e-6f));
    }

    @Test
    void aPartWithoutOpinionChangesNothing() {
        // Given
        Hybrid alone = Hybrid.of(List.of(new Part(Signal.TASTE, SMALL, 1)));
        Hybrid beside = Hybrid.of(List.of(new Part(Signal.TASTE, SMALL, 1), new Part(Signal.NEW, SILENT, 9)));

        // When
        float[] scores = scores(beside, history());

        // Then
        assertThat(scores).isEqualTo(scores(alone, history()));
        assertThat(scores[0]).isEqualTo(Recommender.UNSCORED);
    }

    @Test
    void partsOfDifferentItemsAreRefused() {
        assertThatThrownBy(
                        () -> Hybrid.of(List.of(new Part(Signal.TASTE, SMALL, 1), new Part(Signal.NEW, fixed(1), 1))))
                .hasMessageContaining("differ");
        assertThatThrownBy(() -> Hybrid.of(List.of())).hasMessageContaining("none");
        assertThatThrownBy(() -> new Part(Signal.TASTE, SMALL, -1)).hasMessageContaining("weight of TASTE");
    }

    static Recommender fixed(float... fixed) {
        return new Recommender() {
            @Override
            public int items() {
                return fixed.length;
            }

            @Override
            public void score(History history, float[] scores) {
                System.arraycopy(fixed, 0, scores, 0, fixed.length);
            }
        };
    }
}
