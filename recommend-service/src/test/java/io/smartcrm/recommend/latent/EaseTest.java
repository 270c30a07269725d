package io.smartcrm.recommend.latent;

import static io.smartcrm.recommend.Shops.history;
import static io.smartcrm.recommend.Shops.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.Shops;
import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.Events;
import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.ItemToItem;
import io.smartcrm.recommend.collaborative.Recommender;
import org.junit.jupiter.api.Test;

class EaseTest {
    private static final EaseSettings PLAIN = new EaseSettings(2, 100, Emphasis.PLAIN);
    private final Interactions shop = Interactions.of(Shops.twoTastes(200, 20, 5, 7));

    @Test
    void weightsAreThoseOfTheClosedForm() {
        // Given two items of three and two customers, two in common: G + l I = [[5, 2], [2, 4]], its inverse over 16
        Interactions pairs = Interactions.of(Events.of(3, 2, new int[] {0, 1, 2, 0, 1}, new int[] {0, 0, 0, 1, 1}));

        // When
        Ease model = Ease.fit(pairs, 0, PLAIN);

        // Then
        assertThat(scores(model, history(0))[1]).isCloseTo(2f / 5, within(1e-6f));
        assertThat(scores(model, history(1))[0]).isCloseTo(2f / 4, within(1e-6f));
    }

    @Test
    void anItemSaysNothingOfItself() {
        // Given
        Ease model = Ease.fit(shop, 0, PLAIN);
        float[] of = scores(model, history(3, 5));

        // When
        float[] without = scores(model, history(5));

        // Then
        assertThat(of[3]).isCloseTo(without[3], within(1e-6f));
    }

    @Test
    void whatTheSameTasteChoseScoresHighest() {
        // Given
        Ease model = Ease.fit(shop, 0, PLAIN);

        // When
        var top = model.top(history(0, 1, 2), 7, item -> item > 2);

        // Then
        for (int rank = 0; rank < 7; rank++) {
            assertThat(top.item(rank)).isLessThan(10);
        }
    }

    @Test
    void keepingAllWeightsKeepsTheScores() {
        // Given
        Ease full = Ease.fit(shop, 0, PLAIN);

        // When
        ItemToItem pruned = full.pruned(20);

        // Then
        assertThat(scores(pruned, history(0, 11)))
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(scores(full, history(0, 11)));
        assertThat(full.pruned(3).bytes()).isLessThan(pruned.bytes());
    }

    @Test
    void aboveTheCapTheItemsOfMostCustomersTakePart() {
        // Given
        Interactions pairs =
                Interactions.of(Events.of(3, 3, new int[] {0, 1, 2, 0, 1, 2}, new int[] {0, 0, 0, 2, 2, 1}));

        // When
        Ease model = Ease.fit(pairs, 0, new EaseSettings(1, 2, Emphasis.PLAIN));

        // Then
        assertThat(model.covered()).isEqualTo(2);
        assertThat(scores(model, history(0, 1, 2))[1]).isEqualTo(Recommender.UNSCORED);
        assertThat(scores(model, history(0))[2]).isPositive();
    }

    @Test
    void memoryIsCheckedBeforeItIsTaken() {
        assertThat(Ease.itemsThatFit(20_000, 5_000_000)).isEqualTo(1_000);
        assertThat(Ease.itemsThatFit(20_000, Long.MAX_VALUE)).isEqualTo(20_000);
        assertThat(Ease.fit(shop, 0, PLAIN, 5 * 36).covered()).isEqualTo(6);
        assertThatThrownBy(() -> new EaseSettings(1, 20_001, Emphasis.PLAIN)).hasMessageContaining("20001");
    }
}
