package io.smartcrm.recommend.habit;

import static io.smartcrm.recommend.Shops.DAY;
import static io.smartcrm.recommend.Shops.row;
import static io.smartcrm.recommend.Shops.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.Shops;
import io.smartcrm.recommend.collaborative.Decay;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.Recommender;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BuyAgainTest {
    /** Customer 0 buys item 0 every ten days, item 1 once. */
    private final Interactions shop = Interactions.of(
            Shops.events(2, 3, row(0, 0, 0), row(0, 0, 10), row(0, 0, 20), row(0, 1, 20), row(1, 2, 0)));

    private final History history = shop.history(0);

    @Test
    void whatWasBoughtOftenComesFirstAndOnlyWhatWasBought() {
        // When
        float[] scores = scores(
                BuyAgain.fit(shop, new BuyAgainSettings(Decay.none(), 0, 0)).at(20 * DAY), history);

        // Then
        assertThat(scores).containsExactly(3, 1, Recommender.UNSCORED);
    }

    @Test
    void thePersonalCadenceTellsWhenAPurchaseIsDue() {
        // Given
        BuyAgain model = BuyAgain.fit(shop, new BuyAgainSettings(Decay.none(), 1, 0));

        // When
        float early = scores(model.at(21 * DAY), history)[0];
        float due = scores(model.at(30 * DAY), history)[0];

        // Then
        assertThat(BuyAgain.cadence(history, 0)).isEqualTo(Duration.ofDays(10));
        assertThat(BuyAgain.cadence(history, 1)).isZero();
        assertThat(early).isCloseTo(.3f, within(1e-6f));
        assertThat(due).isCloseTo(3, within(1e-6f));
    }

    @Test
    void aHabitFadesAndThatOfOthersHelps() {
        // Given
        BuyAgain fading = BuyAgain.fit(shop, new BuyAgainSettings(Decay.halvingEvery(Duration.ofDays(5)), 0, 0));
        BuyAgain helped = BuyAgain.fit(shop, new BuyAgainSettings(Decay.none(), 0, 1));

        // When
        float[] scores = scores(fading.at(30 * DAY), history);

        // Then
        assertThat(scores[0]).isCloseTo(.75f, within(1e-6f));
        assertThat(helped.repeats(0)).isGreaterThan(helped.repeats(1));
        assertThat(scores(helped.at(30 * DAY), history)[1]).isCloseTo(1 + helped.repeats(1), within(1e-6f));
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> new BuyAgainSettings(Decay.none(), 2, 0)).hasMessageContaining("2.0");
    }
}
