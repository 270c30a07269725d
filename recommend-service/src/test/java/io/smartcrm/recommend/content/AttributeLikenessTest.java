package io.smartcrm.recommend.content;

import static io.smartcrm.recommend.Shops.history;
import static io.smartcrm.recommend.Shops.scores;
import static io.smartcrm.recommend.content.ItemRecords.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.collaborative.Contribution;
import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.Ranking;
import io.smartcrm.recommend.collaborative.Recommender;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeLikenessTest {
    private static final Offset<Float> ROUNDING = within(1e-6f);

    @Test
    void theCosineIsTheWeightOfWhatTwoAgreeInAsAPartOfAllWeights() {
        // When
        AttributeLikeness model = of(
                ItemRecords.of("Oakhurst", "maroon", 10, "Garden", "Pots"),
                ItemRecords.of("oakhurst", "blue", 10, "Garden", "Tools"),
                ItemRecords.of("Nordhal", "Maroon", 100, "Garden", "Pots"),
                ItemRecords.of("Nordhal", "grey", 1_000, "Kitchen"));

        // Then: of 3 + 2 + 1 + 1, half the category, the brand and the price; then the category and the colour
        assertThat(model.cosine(0, 1)).isCloseTo(4.5f / 7, ROUNDING);
        assertThat(model.cosine(0, 2)).isCloseTo(4f / 7, ROUNDING);
        assertThat(model.cosine(0, 3)).isZero();
        assertThat(model.cosine(2, 3)).isCloseTo(2f / 7, ROUNDING);
    }

    @ParameterizedTest(name = "prices of 10 and {0} are alike by {1}")
    @CsvSource({"10, 1", "11, 1", "12, 0.5", "8, 1", "7, 0.5", "25, 0", "4, 0"})
    void pricesInNeighbouringBandsAreHalfAlike(double other, float alike) {
        // Given: bands from 7.59 to 11.39, with the neighbours from 5.06 to 17.09
        AttributeLikeness model = of(ItemRecords.of("Oakhurst", "", 10), ItemRecords.of("Oakhurst", "", other));

        // When
        float cosine = model.cosine(0, 1);

        // Then
        assertThat(cosine).isCloseTo((2 + alike) / 3, ROUNDING);
        assertThat(model.similar(0, 5).score(0)).isCloseTo((2 + alike) / 3, ROUNDING);
    }

    @Test
    void howAlikeNeighbouringBandsAreIsSet() {
        // Given
        List<ItemRecord> records = List.of(
                ItemRecords.of("Oakhurst", "", 10),
                ItemRecords.of("Oakhurst", "", 11),
                ItemRecords.of("Oakhurst", "", 12));
        FeatureWeights weights = new FeatureWeights(FeatureWeights.DEFAULT.of(), 1.5, .2);

        // When
        AttributeLikeness model = AttributeLikeness.of(records, weights, Emphasis.PLAIN);

        // Then
        assertThat(model.cosine(0, 1)).isCloseTo(1, ROUNDING);
        assertThat(model.cosine(0, 2)).isCloseTo(2.2f / 3, ROUNDING);
    }

    @Test
    void severalValuesShareTheWeightOfTheirGroup() {
        // When
        AttributeLikeness model = of(
                ItemRecords.of(
                        attribute(FeatureGroup.COLOUR, "colour", "red"),
                        attribute(FeatureGroup.COLOUR, "color", "white")),
                ItemRecords.of(attribute(FeatureGroup.COLOUR, "colours", "RED ")),
                ItemRecords.of(attribute(FeatureGroup.OTHER, "trim", "red")));

        // Then
        assertThat(model.cosine(0, 1)).isCloseTo((float) Math.sqrt(.5), ROUNDING);
        assertThat(model.cosine(1, 2)).isZero();
    }

    @Test
    void nobodyIsFoundByAPriceAlone() {
        // When
        AttributeLikeness model = of(ItemRecords.of("", "", 10), ItemRecords.of("", "", 10), ItemRecords.of());

        // Then
        assertThat(model.cosine(0, 1)).isZero();
        assertThat(model.similar(0, 5).size()).isZero();
        assertThat(model.similar(2, 5).size()).isZero();
    }

    @Test
    void whatTwoShareIsToldWhatCountsMostFirst() {
        // Given
        AttributeLikeness model = of(
                ItemRecords.of("Oakhurst", "maroon", 10, "Garden", "Pots"),
                ItemRecords.of("Oakhurst", "maroon", 11, "Garden", "Pots"),
                ItemRecords.of("Nordhal", "maroon", 12, "Garden", "Tools"));

        // When
        List<Feature> same = model.shared(0, 1);
        List<Feature> near = model.shared(0, 2);

        // Then
        assertThat(same).extracting(Feature::value).startsWith("Oakhurst", "Garden > Pots", "maroon");
        assertThat(same).hasSize(4).last().matches(Feature::isPriceBand);
        assertThat(near)
                .extracting(Feature::group)
                .containsExactly(FeatureGroup.CATEGORY, FeatureGroup.COLOUR, FeatureGroup.PRICE);
        assertThat(near).noneMatch(Feature::isPriceBand);
    }

    @Test
    void anyTwoItemsAreAlikeBothWaysAndFoundByTheIndexAsByComparingAll() {
        // Given
        Random random = new Random(7);
        List<ItemRecord> records = new ArrayList<>();
        for (int item = 0; item < 60; item++) {
            records.add(ItemRecords.of(
                    "brand " + random.nextInt(6),
                    random.nextInt(4) == 0 ? "" : "colour " + random.nextInt(5),
                    random.nextInt(5) == 0 ? 0 : Math.exp(5 * random.nextDouble()),
                    "c" + random.nextInt(3),
                    "d" + random.nextInt(3)));
        }
        AttributeLikeness model = AttributeLikeness.of(records, FeatureWeights.DEFAULT, Emphasis.PLAIN);

        for (int item = 0; item < 60; item++) {
            // When
            Ranking all = model.similar(item, 60);
            float[] scores = scores(model, history(item));

            // Then
            int above = 0;
            for (int other = 0; other < 60; other++) {
                assertThat(model.cosine(item, other)).isBetween(0f, 1f).isEqualTo(model.cosine(other, item));
                above += other != item && model.cosine(item, other) > 0 ? 1 : 0;
            }
            assertThat(all.size()).isEqualTo(above);
            for (int rank = 0; rank < all.size(); rank++) {
                assertThat(all.item(rank)).isNotEqualTo(item);
                assertThat(all.score(rank)).isCloseTo(model.cosine(item, all.item(rank)), ROUNDING);
                assertThat(all.score(rank)).isLessThanOrEqualTo(all.score(Math.max(0, rank - 1)));
                assertThat(scores[all.item(rank)]).isCloseTo(all.score(rank), ROUNDING);
            }
            assertThat(scores[item]).isEqualTo(Recommender.UNSCORED);
            assertThat(model.similar(item, 3).size()).isEqualTo(3);
        }
    }

    @Test
    void aScoreIsTheSumOfWhatItsReasonsBrought() {
        // Given
        AttributeLikeness model = of(
                ItemRecords.of("Oakhurst", "red", 10),
                ItemRecords.of("Nordhal", "blue", 50),
                ItemRecords.of("Oakhurst", "blue", 10));

        // When
        List<Contribution> reasons = model.explain(history(0, 1), 2, 5);

        // Then
        assertThat(reasons).extracting(Contribution::item).containsExactly(0, 1);
        assertThat(reasons.get(0).amount()).isCloseTo(3f / 4, ROUNDING);
        assertThat(reasons.get(1).amount()).isCloseTo(1f / 4, ROUNDING);
        assertThat(scores(model, history(0, 1))[2]).isCloseTo(1, ROUNDING);
    }

    @Test
    void aModelReadBackIsTheSameAndDamagedBytesAreRefused() throws IOException {
        // Given
        AttributeLikeness model = AttributeLikeness.of(
                List.of(ItemRecords.of("诺达尔", "red", 10, "Garden"), ItemRecords.of("诺达尔", "red", 11, "Garden")),
                FeatureWeights.DEFAULT,
                Emphasis.RECENT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AttributeLikenessFormat.write(model, new DataOutputStream(bytes));

        // When
        AttributeLikeness read = read(bytes.toByteArray());

        // Then
        assertThat(read.similar(0, 5).score(0)).isEqualTo(model.similar(0, 5).score(0));
        assertThat(read.shared(0, 1)).isEqualTo(model.shared(0, 1));
        assertThat(read.bytes()).isEqualTo(model.bytes()).isPositive();
        assertThatThrownBy(() -> read(new byte[10])).isInstanceOf(IOException.class);
        byte[] cut = bytes.toByteArray();
        cut[cut.length - 8] = 77;
        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class).hasMessageContaining("unknown");
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThatThrownBy(() -> FeatureWeights.DEFAULT.with(FeatureGroup.BRAND, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BRAND");
        assertThatThrownBy(() -> new FeatureWeights(FeatureWeights.DEFAULT.of(), 1, .5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("priceBand");
        assertThatThrownBy(() -> new FeatureWeights(FeatureWeights.DEFAULT.of(), 1.5, .6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neighbourBand");
        FeatureRows rows = new FeatureRows(2, FeatureWeights.DEFAULT);
        rows.put(1, ItemRecords.of());
        assertThatThrownBy(() -> rows.put(1, ItemRecords.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(ItemRecords.of()).similar(1, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static AttributeLikeness of(ItemRecord... records) {
        return AttributeLikeness.of(List.of(records), FeatureWeights.DEFAULT, Emphasis.PLAIN);
    }

    private static AttributeLikeness read(byte[] bytes) throws IOException {
        return AttributeLikenessFormat.read(new DataInputStream(new ByteArrayInputStream(bytes)), 1_000);
    }
}
