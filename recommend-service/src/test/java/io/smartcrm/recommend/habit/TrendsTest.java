package io.smartcrm.recommend.habit;

import static io.smartcrm.recommend.Shops.DAY;
import static io.smartcrm.recommend.Shops.history;
import static io.smartcrm.recommend.Shops.row;
import static io.smartcrm.recommend.Shops.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.Shops;
import io.smartcrm.recommend.collaborative.Recommender;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrendsTest {
    /** Item 0 sold as ever, item 1 rises, item 2 is of yesterday, item 3 fell. */
    private final Trends trends = Trends.of(
            Shops.events(
                    1,
                    5,
                    row(0, 0, 75),
                    row(0, 0, 95),
                    row(0, 1, 81),
                    row(0, 1, 93),
                    row(0, 1, 95),
                    row(0, 1, 96),
                    row(0, 2, 99),
                    row(0, 3, 80)),
            100 * DAY,
            Duration.ofDays(10),
            Duration.ofDays(20));

    @Test
    void aRiseIsJudgedAgainstWhatWasToBeExpected() {
        // When
        float[] scores = scores(trends.trending(), history());

        // Then
        assertThat(trends.recent(1)).isEqualTo(3);
        assertThat(trends.expected(1)).isCloseTo(.5f, within(1e-6f));
        assertThat(scores[1]).isCloseTo((float) (2.5 / Math.sqrt(1.5)), within(1e-6f));
        assertThat(scores[1]).isGreaterThan(scores[0]);
        assertThat(scores[3]).isEqualTo(Recommender.UNSCORED);
    }

    @Test
    void newArrivalsAreThoseChosenFirstLately() {
        // When
        float[] scores = scores(trends.newArrivals(Duration.ofDays(19)), history());

        // Then
        assertThat(scores[0]).isEqualTo(Recommender.UNSCORED);
        assertThat(scores[2]).isCloseTo(.5f, within(1e-6f));
        assertThat(scores[1]).isCloseTo(3 / 20f, within(1e-6f));
        assertThat(scores[4]).isEqualTo(Recommender.UNSCORED);
        assertThat(trends.age(2)).isEqualTo(Duration.ofDays(1));
    }
}
