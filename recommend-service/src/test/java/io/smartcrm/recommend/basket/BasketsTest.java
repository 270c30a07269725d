package io.smartcrm.recommend.basket;

import static io.smartcrm.recommend.Shops.history;
import static io.smartcrm.recommend.Shops.row;
import static io.smartcrm.recommend.Shops.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.Shops;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Recommender;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BasketsTest {
    /** Bread and butter three times, bread alone once, tea alone six times. */
    private static final Baskets BREAKFASTS = Baskets.of(
            Shops.events(
                    10,
                    3,
                    row(0, 0, 1),
                    row(0, 1, 1),
                    row(1, 0, 2),
                    row(1, 1, 2),
                    row(2, 0, 3),
                    row(2, 1, 3),
                    row(3, 0, 4),
                    row(4, 2, 5),
                    row(5, 2, 5),
                    row(6, 2, 5),
                    row(7, 2, 5),
                    row(8, 2, 5),
                    row(9, 2, 5)),
            Duration.ofHours(1),
            100);

    @Test
    void aGapPartsBasketsAndTheLatestComeFirst() {
        // Given
        var events = Shops.events(2, 4, row(0, 0, 1), row(1, 3, 2), row(0, 1, 1), row(0, 0, 1), row(0, 2, 9));

        // When
        Baskets baskets = Baskets.of(events, Duration.ofDays(1), 2);

        // Then
        assertThat(baskets.size()).isEqualTo(2);
        assertThat(baskets.item(baskets.start(0))).isEqualTo(2);
        assertThat(baskets.item(baskets.start(1))).isEqualTo(3);
        assertThat(Baskets.of(events, Duration.ofDays(1), 9).end(2)).isEqualTo(4);
    }

    @Test
    void whatGoesTogetherIsToldWithSupportConfidenceAndLift() {
        // When
        BoughtTogether together = BoughtTogether.fit(BREAKFASTS, 2, 10);

        // Then
        assertThat(together.with(0, 10)).singleElement().satisfies(pair -> {
            assertThat(pair.item()).isEqualTo(1);
            assertThat(pair.baskets()).isEqualTo(3);
            assertThat(pair.confidence()).isCloseTo(.75, within(1e-9));
            assertThat(pair.lift()).isCloseTo(2.5, within(1e-9));
        });
        assertThat(together.with(2, 10)).isEmpty();
        assertThat(BoughtTogether.fit(BREAKFASTS, 4, 10).with(0, 10)).isEmpty();
    }

    @Test
    void theNextItemComesFromSessionsThatShareTheLastOnes() {
        // Given
        SessionKnn model = SessionKnn.fit(BREAKFASTS, SessionKnnSettings.DEFAULT);

        // When
        float[] scores = scores(model, history(0));

        // Then three sessions of butter, rare by log(1 + 10 / 3)
        assertThat(scores[1]).isCloseTo((float) (3 * Math.log1p(10 / 3.0)), within(1e-5f));
        assertThat(scores[2]).isEqualTo(Recommender.UNSCORED);
    }

    @Test
    void theLastItemOfASessionCountsMost() {
        // Given
        SessionKnn model = SessionKnn.fit(BREAKFASTS, SessionKnnSettings.DEFAULT);
        History current = History.of(new int[] {2, 0}, new float[] {1, 1}, new long[] {1, 2});

        // When
        float[] scores = scores(model, current);

        // Then
        assertThat(scores[1]).isGreaterThan(scores[2]);
    }

    @Test
    void noMoreThanTheLatestSessionsAreAsked() {
        // Given
        SessionKnn model = SessionKnn.fit(BREAKFASTS, new SessionKnnSettings(1, 1, 5));

        // When
        float[] scores = scores(model, history(0));

        // Then the latest session with bread is that of bread alone
        assertThat(scores[1]).isEqualTo(Recommender.UNSCORED);
    }
}
