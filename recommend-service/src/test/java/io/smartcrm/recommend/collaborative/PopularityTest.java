package io.smartcrm.recommend.collaborative;

import static io.smartcrm.recommend.collaborative.EventsFixtures.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PopularityTest {
    /** Item 0: three customers long ago; item 1: one customer five times yesterday; item 2: two this week; item 3: none. */
    private final Interactions interactions = Interactions.of(Events.of(
            3,
            4,
            new int[] {0, 1, 2, 0, 0, 0, 0, 0, 1, 2},
            new int[] {0, 0, 0, 1, 1, 1, 1, 1, 2, 2},
            new long[] {0, 0, 0, 99 * DAY, 99 * DAY, 99 * DAY, 99 * DAY, 99 * DAY, 95 * DAY, 96 * DAY},
            new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}));

    @Test
    void customersAreCountedAndNotPurchases() {
        // When
        float[] scores = EventsFixtures.scores(Popularity.ofAllTime(interactions), History.empty());

        // Then
        assertThat(scores).containsExactly(3, 1, 2, Recommender.UNSCORED);
    }

    @Test
    void onlyTheWindowCountsForRecentPopularity() {
        // When
        Popularity recent = Popularity.recent(interactions, 100 * DAY, Duration.ofDays(30));

        // Then
        assertThat(EventsFixtures.scores(recent, History.empty()))
                .containsExactly(Recommender.UNSCORED, 1, 2, Recommender.UNSCORED);
    }

    @Test
    void fadingPopularityHalvesEveryHalfLife() {
        // When
        Popularity fading = Popularity.fading(interactions, 100 * DAY, Decay.halvingEvery(Duration.ofDays(50)));

        // Then
        assertThat(EventsFixtures.scores(fading, History.empty())[0]).isCloseTo(3 / 4f, within(1e-6f));
    }

    @Test
    void theHistoryDoesNotMatterButTheFilterDoes() {
        // Given
        Popularity popularity = Popularity.ofAllTime(interactions);

        // When
        Ranking ranking = popularity.top(EventsFixtures.history(0), 10, item -> item != 0);

        // Then
        assertThat(RankingTest.items(ranking)).containsExactly(2, 1);
    }

    @Test
    void scoresOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> Popularity.ofAllTime(interactions).score(History.empty(), new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 entries, not 3");
    }
}
