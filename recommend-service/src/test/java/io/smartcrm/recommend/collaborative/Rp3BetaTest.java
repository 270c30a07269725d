package io.smartcrm.recommend.collaborative;

import static io.smartcrm.recommend.Shops.history;
import static io.smartcrm.recommend.Shops.row;
import static io.smartcrm.recommend.Shops.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.Shops;
import org.junit.jupiter.api.Test;

class Rp3BetaTest {
    private final Interactions shop = Interactions.of(
            Shops.events(3, 3, row(0, 0, 0), row(0, 1, 0), row(1, 0, 0), row(1, 1, 0), row(1, 2, 0), row(2, 1, 0)));

    @Test
    void aWeightIsTheChanceOfTheWalk() {
        // When
        float[] scores = scores(Rp3Beta.fit(shop, 0, new Rp3BetaSettings(1, 0, 10, Emphasis.PLAIN)), history(0));

        // Then from item 0 to customer 0 or 1, from there to item 1: 1/2 * 1/2 + 1/2 * 1/3
        assertThat(scores[1]).isCloseTo(5f / 12, within(1e-6f));
        assertThat(scores[2]).isCloseTo(1f / 6, within(1e-6f));
    }

    @Test
    void betaDampsPopularItems() {
        // When
        float[] scores = scores(Rp3Beta.fit(shop, 0, new Rp3BetaSettings(1, 1, 10, Emphasis.PLAIN)), history(0));

        // Then
        assertThat(scores[1]).isCloseTo(5f / 36, within(1e-6f));
        assertThat(scores[2]).isCloseTo(1f / 6, within(1e-6f));
    }

    @Test
    void alphaRaisesEachChance() {
        // When
        float[] scores = scores(Rp3Beta.fit(shop, 0, new Rp3BetaSettings(2, 0, 10, Emphasis.PLAIN)), history(0));

        // Then
        assertThat(scores[2]).isCloseTo(1f / 36, within(1e-6f));
    }
}
