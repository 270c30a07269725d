package io.smartcrm.recommend.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    @Test
    void wordsNumbersSignsAndIdeographsAreTokensWithTheirPlaces() {
        // When
        var tokens = Tokens.of("Ben's 0.8 l 棉袋(S)");

        // Then
        assertThat(tokens).extracting(Token::text).containsExactly("Ben's", "0.8", "l", "棉", "袋", "(", "S", ")");
        assertThat(tokens).extracting(Token::start).containsExactly(0, 6, 10, 12, 13, 14, 15, 16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"Sage  GREEN;sage green", "Tea-Lights;tea - light", "不锈钢;不锈钢", "Ａ４ 纸;a4 纸", "Bag 袋 x;bag 袋 x"})
    void spellingsHaveOneNormalForm(String words, String normal) {
        assertThat(Tokens.normal(words)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a 30 x 20 cm board;30 x 20 cm",
                "Mug 350ML blue;350 ml",
                "for 2-4 players;2-4 players",
                "SET OF 6 CUPS;set of 6",
                "尺寸：1.5升。;1.5升",
                "30×40厘米;30 x 40厘米"
            })
    void sizesAreReadWithTheirUnits(String text, String size) {
        assertThat(Sizes.in(text)).extracting(Sizes.Span::name).containsExactly(size);
    }

    @ParameterizedTest
    @CsvSource({"model 3000", "route 66 made in 1990", "10 men"})
    void numbersWithoutAUnitAreNoSizes(String text) {
        assertThat(Sizes.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "ab,ba,1", "krakanto,krakatno,1", "oak,oak,0", "ca,abc,3"})
    void editsAreCountedWithSwapsAsOne(String one, String other, int edits) {
        assertThat(NearAlias.distance(one, other, 9)).isEqualTo(edits);
    }
}
