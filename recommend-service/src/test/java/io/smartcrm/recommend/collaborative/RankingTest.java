package io.smartcrm.recommend.collaborative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void theBestComeFirstAndEqualScoresByItem() {
        // Given
        float[] scores = {1, 3, 2, 3, 1};

        // When
        Ranking ranking = Ranking.top(scores, 4, item -> true);

        // Then
        assertThat(items(ranking)).containsExactly(1, 3, 2, 0);
        assertThat(ranking.score(2)).isEqualTo(2);
    }

    @Test
    void unscoredUndefinedAndFilteredItemsAreNeverRanked() {
        // Given
        float[] scores = {Recommender.UNSCORED, Float.NaN, -5, 9, 4};

        // When
        Ranking ranking = Ranking.top(scores, 10, item -> item != 3);

        // Then
        assertThat(items(ranking)).containsExactly(4, 2);
    }

    @Test
    void aLimitAboveTheNumberOfItemsCostsNothing() {
        assertThat(items(Ranking.top(new float[] {1, 2}, Integer.MAX_VALUE, item -> true)))
                .containsExactly(1, 0);
        assertThat(Ranking.top(new float[] {1, 2}, 0, item -> true).size()).isZero();
        assertThatThrownBy(() -> Ranking.top(new float[] {1}, -1, item -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void theHeapAgreesWithSortingAll() {
        // Given
        Random random = new Random(7);
        float[] scores = new float[500];
        for (int item = 0; item < scores.length; item++) {
            scores[item] = random.nextInt(60);
        }

        // When
        Ranking ranking = Ranking.top(scores, 100, item -> item % 3 != 0);

        // Then
        List<Integer> sorted = IntStream.range(0, scores.length)
                .filter(item -> item % 3 != 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(item -> -scores[item])
                        .thenComparing(item -> item))
                .limit(100)
                .toList();
        assertThat(items(ranking)).isEqualTo(sorted);
    }

    static List<Integer> items(Ranking ranking) {
        return IntStream.range(0, ranking.size()).map(ranking::item).boxed().toList();
    }
}
