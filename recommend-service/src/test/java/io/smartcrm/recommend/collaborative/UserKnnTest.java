package io.smartcrm.recommend.collaborative;

import static io.smartcrm.recommend.Shops.history;
import static io.smartcrm.recommend.Shops.row;
import static io.smartcrm.recommend.Shops.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.Shops;
import org.junit.jupiter.api.Test;

class UserKnnTest {
    private final Interactions shop = Interactions.of(
            Shops.events(3, 4, row(0, 0, 0), row(0, 1, 0), row(1, 1, 0), row(1, 2, 0), row(1, 3, 0), row(2, 3, 0)));

    @Test
    void aScoreAddsUpTheLikenessOfTheCustomersWhoChoseAnItem() {
        // When
        float[] scores = scores(UserKnn.fit(shop, 0, new UserKnnSettings(2, 0, Emphasis.PLAIN)), history(0, 1));

        // Then customer 0 is the same, customer 1 shares one of two and three
        assertThat(scores[0]).isCloseTo(1, within(1e-6f));
        assertThat(scores[2]).isCloseTo((float) (1 / Math.sqrt(6)), within(1e-6f));
        assertThat(scores[1]).isCloseTo(scores[0] + scores[2], within(1e-6f));
    }

    @Test
    void onlyTheNearestAreAskedAndShrinkageDoubtsSmallOverlaps() {
        // Given
        UserKnn nearest = UserKnn.fit(shop, 0, new UserKnnSettings(1, 0, Emphasis.PLAIN));
        UserKnn doubting = UserKnn.fit(shop, 0, new UserKnnSettings(2, 1, Emphasis.PLAIN));

        // When
        float[] scores = scores(nearest, history(0, 1));

        // Then
        assertThat(scores[2]).isEqualTo(Recommender.UNSCORED);
        assertThat(scores(doubting, history(0, 1))[0]).isCloseTo(2f / 3, within(1e-6f));
        assertThat(doubting.choosers(history(0, 1), 1)).isEqualTo(2);
    }

    @Test
    void aNewcomerIsUnscored() {
        assertThat(scores(UserKnn.fit(shop, 0, new UserKnnSettings(2, 0, Emphasis.PLAIN)), history()))
                .containsOnly(Recommender.UNSCORED);
    }
}
