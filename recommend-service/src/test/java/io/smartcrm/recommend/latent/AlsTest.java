package io.smartcrm.recommend.latent;

import static io.smartcrm.recommend.Shops.history;
import static io.smartcrm.recommend.Shops.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.Shops;
import io.smartcrm.recommend.collaborative.Contribution;
import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Interactions;
import org.junit.jupiter.api.Test;

class AlsTest {
    private static final AlsSettings SMALL = new AlsSettings(2, 10, .1, .01, 3, Emphasis.PLAIN, 1);
    private final Interactions shop = Interactions.of(Shops.twoTastes(200, 20, 5, 7));

    @Test
    void whatTheSameTasteChoseScoresHighest() {
        // When
        Als model = Als.fit(shop, 0, SMALL);

        // Then
        var top = model.top(history(0, 1, 2), 7, item -> item > 2);
        for (int rank = 0; rank < 7; rank++) {
            assertThat(top.item(rank)).isLessThan(10);
        }
        float[] scores = scores(model, history(0, 1, 2));
        assertThat(scores[4]).isGreaterThan(10 * Math.abs(scores[15]));
    }

    @Test
    void foldingInSolvesTheEquationsExactly() {
        // Given the factors 1 and 2 of two items, one chosen: (.5 * (1 + 4) + 1 + l) x = 1 with l = .1 * (1 + .5 * 2)
        Als model = Als.of(new AlsSettings(1, 1, .5, .1, 1, Emphasis.PLAIN, 1), new float[][] {{1}, {2}});

        // When
        float[] customer = model.foldIn(history(0));

        // Then
        assertThat(customer[0]).isCloseTo((float) (1 / (2.5 + 1 + .2)), within(1e-6f));
        assertThat(scores(model, history(0))[1]).isCloseTo(2 * customer[0], within(1e-6f));
    }

    @Test
    void contributionsOfAllChoicesAddUpToTheScore() {
        // Given
        Als model = Als.fit(shop, 0, SMALL);
        History history = history(0, 1, 2, 3);

        // When
        var reasons = model.reasons(history).of(5);

        // Then
        assertThat(reasons).hasSize(4);
        double sum = reasons.stream().mapToDouble(Contribution::amount).sum();
        assertThat(sum).isCloseTo(scores(model, history)[5], within(1e-3));
    }

    @Test
    void theSameSeedGivesTheSameModel() {
        assertThat(scores(Als.fit(shop, 0, SMALL), history(1))).isEqualTo(scores(Als.fit(shop, 0, SMALL), history(1)));
    }

    @Test
    void nothingIsKnownOfAnEmptyHistory() {
        assertThat(Als.fit(shop, 0, SMALL).top(history(), 5, item -> true).size())
                .isZero();
    }

    @Test
    void impossibleSettingsAndItemsAreRefused() {
        assertThatThrownBy(() -> new AlsSettings(0, 1, .1, .1, 1, Emphasis.PLAIN, 1))
                .hasMessageContaining("not 0");
        assertThatThrownBy(() -> new AlsSettings(8, 1, 0, .1, 1, Emphasis.PLAIN, 1))
                .hasMessageContaining("above zero");
        assertThatThrownBy(() -> Als.fit(shop, 0, SMALL).foldIn(history(20))).hasMessageContaining("not 20");
    }
}
