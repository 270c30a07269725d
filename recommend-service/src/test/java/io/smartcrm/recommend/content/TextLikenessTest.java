package io.smartcrm.recommend.content;

import static io.smartcrm.recommend.Shops.history;
import static io.smartcrm.recommend.Shops.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.ItemToItem;
import io.smartcrm.recommend.collaborative.Recommender;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLikenessTest {
    @Test
    void wordsAreLowerSingularAndWithoutStopWords() {
        assertThat(Words.of("Set of 3 CAKE TINS, pantry-design; the Berries & glass"))
                .containsExactly("set", "3", "cake", "tin", "pantry", "design", "berry", "glass");
        assertThat(Words.of("  ")).isEmpty();
    }

    @Test
    void chineseIsCutIntoPairsOfCharacters() {
        assertThat(Words.of("红色茶杯 500ml 盖")).containsExactly("红色", "色茶", "茶杯", "500ml", "盖");
    }

    @Test
    void textsWithRareWordsInCommonAreMostAlike() {
        // Given
        ItemToItem model = TextLikeness.fit(
                List.of("red tea towel", "blue tea towel", "red lantern", "red lamp", "red box", "garden hose"),
                10,
                Emphasis.PLAIN);

        // When
        float[] scores = scores(model, history(0));

        // Then
        assertThat(model.similar(0, 1).item(0)).isEqualTo(1);
        assertThat(scores[1]).isGreaterThan(scores[2]).isLessThan(1);
        assertThat(scores[5]).isEqualTo(Recommender.UNSCORED);
    }

    @Test
    void equalTextsAreAlikeByOne() {
        assertThat(TextLikeness.fit(List.of("茶杯 红", "茶杯 红", ""), 5, Emphasis.PLAIN)
                        .similar(0, 1)
                        .score(0))
                .isCloseTo(1, within(1e-6f));
    }

    @Test
    void aProfileIsMadeOfTheWordsOfAllChoicesAndLikesThemToo() {
        // Given
        TextProfile profile = TextProfile.fit(List.of("red lamp", "green cup", "red cup", "hose"), Emphasis.PLAIN);

        // When
        float[] scores = scores(profile, history(0, 1));

        // Then
        assertThat(scores[0]).isCloseTo(1, within(1e-6f));
        assertThat(scores[2]).isPositive();
        assertThat(scores[3]).isEqualTo(Recommender.UNSCORED);
    }
}
