package io.smartcrm.recommend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    private static final boolean[] HITS = {true, false, true, false, false};

    @Test
    void recallIsOfWhatFitsIntoTheList() {
        assertThat(RankingMetrics.recall(HITS, 4, 3)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(RankingMetrics.recall(HITS, 4, 5)).isCloseTo(2 / 4.0, within(1e-12));
        assertThat(RankingMetrics.recall(HITS, 2, 5)).isEqualTo(1);
    }

    @Test
    void ndcgDiscountsByRankAndComparesWithThePerfectList() {
        double perfect = 1 + 1 / (Math.log(3) / Math.log(2)) + .5;

        assertThat(RankingMetrics.ndcg(HITS, 3, 5)).isCloseTo(1.5 / perfect, within(1e-12));
        assertThat(RankingMetrics.ndcg(new boolean[] {true, true}, 2, 100)).isCloseTo(1, within(1e-12));
        assertThat(RankingMetrics.ndcg(new boolean[0], 2, 100)).isZero();
    }

    @Test
    void averagePrecisionIsTheMeanPrecisionAtTheHits() {
        assertThat(RankingMetrics.averagePrecision(HITS, 3, 5)).isCloseTo((1 + 2 / 3.0) / 3, within(1e-12));
    }

    @Test
    void aHitIsAnyRelevantItemWithinTheCutoff() {
        assertThat(RankingMetrics.hit(new boolean[] {false, true}, 1, 1)).isZero();
        assertThat(RankingMetrics.hit(new boolean[] {false, true}, 1, 2)).isEqualTo(1);
    }

    @Test
    void nothingRelevantHasNoMetric() {
        assertThatThrownBy(() -> RankingMetrics.recall(HITS, 0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RankingMetrics.ndcg(HITS, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theStandardErrorIsTheSampleDeviationByTheRootOfTheCount() {
        // Given
        Mean.Tally tally = new Mean.Tally();
        for (double value : new double[] {1, 2, 3, 4}) {
            tally.add(value);
        }

        // When
        Mean mean = tally.mean();

        // Then
        assertThat(mean.value()).isEqualTo(2.5);
        assertThat(mean.standardError()).isCloseTo(Math.sqrt(5 / 3.0 / 4), within(1e-12));
        assertThat(new Mean.Tally().mean().value()).isNaN();
    }
}
