package io.smartcrm.recommend.collaborative;

import static io.smartcrm.recommend.collaborative.EventsFixtures.DAY;
import static io.smartcrm.recommend.collaborative.EventsFixtures.history;
import static io.smartcrm.recommend.collaborative.EventsFixtures.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ItemKnnTest {
    private static final ItemKnnSettings PLAIN = ItemKnnSettings.CLASSIC.withShrinkage(0);

    /** Items 0 and 1 share two of two and three customers, 1 and 2 one of three and one, 3 is bought by nobody else. */
    private final Interactions tiny = Interactions.of(EventsFixtures.events(
            4, 4, pair(0, 0), pair(0, 1), pair(1, 0), pair(1, 1), pair(2, 1), pair(2, 2), pair(3, 3)));

    @Test
    void likenessIsTheCosineOfTheCustomers() {
        // When
        ItemToItem model = ItemKnn.fit(tiny, 0, PLAIN);

        // Then
        Ranking similar = model.similar(1, 10);
        assertThat(RankingTest.items(similar)).containsExactly(0, 2);
        assertThat(similar.score(0)).isCloseTo((float) (2 / Math.sqrt(2 * 3)), within(1e-6f));
        assertThat(similar.score(1)).isCloseTo((float) (1 / Math.sqrt(3)), within(1e-6f));
        assertThat(model.similar(3, 10).size()).isZero();
        assertThat(model.similar(1, 1).size()).isOne();
    }

    @Test
    void shrinkageLowersLikenessSeenWithFewCustomers() {
        // When
        ItemToItem model = ItemKnn.fit(tiny, 0, PLAIN.withShrinkage(10));

        // Then
        assertThat(model.similar(1, 10).score(0)).isCloseTo((float) (2 / (Math.sqrt(2 * 3) + 10)), within(1e-6f));
    }

    @Test
    void aScoreAddsUpTheLikenessToTheHistory() {
        // Given
        ItemToItem model = ItemKnn.fit(tiny, 0, PLAIN);

        // When
        float[] scores = scores(model, history(0, 2));

        // Then
        assertThat(scores[1]).isCloseTo((float) (2 / Math.sqrt(6) + 1 / Math.sqrt(3)), within(1e-6f));
        assertThat(scores[3]).isEqualTo(Recommender.UNSCORED);
    }

    @Test
    void noMoreThanTheNeighboursAreKeptAndTheyAreTheBest() {
        // Given
        Interactions shop = Interactions.of(EventsFixtures.random(200, 80, 4000, 3));
        ItemToItem all = ItemKnn.fit(shop, 0, PLAIN.withNeighbours(80));

        // When
        ItemToItem few = ItemKnn.fit(shop, 0, PLAIN.withNeighbours(5));

        // Then
        for (int item = 0; item < shop.items(); item++) {
            assertThat(RankingTest.items(few.similar(item, 80))).isEqualTo(RankingTest.items(all.similar(item, 5)));
        }
        assertThat(few.bytes()).isLessThanOrEqualTo(80 * 5 * 16 + 2 * 4 * 81);
    }

    @ParameterizedTest
    @EnumSource(Weighting.class)
    void likenessIsSymmetricAndAtMostOne(Weighting weighting) {
        // Given
        Interactions shop = Interactions.of(EventsFixtures.random(100, 40, 2000, 5));

        // When
        ItemToItem model = ItemKnn.fit(
                shop, 365 * DAY, ItemKnnSettings.RECENT.withWeighting(weighting).withNeighbours(40));

        // Then
        int seen = 0;
        for (int item = 0; item < 40; item++) {
            Ranking similar = model.similar(item, 40);
            for (int rank = 0; rank < similar.size(); rank++) {
                float back = scores(model, history(item))[similar.item(rank)];
                assertThat(similar.score(rank)).isPositive().isLessThanOrEqualTo(1);
                assertThat(back).isCloseTo(similar.score(rank) * weighting.own(1), within(1e-6f));
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(500);
    }

    @Test
    void weightsOfAnyScaleLeaveTheBinaryModelAlone() {
        // Given
        Events heavy = Events.of(2, 2, new int[] {0, 0, 1}, new int[] {0, 1, 1}, new long[3], new float[] {9, 5, 7});

        // When
        ItemToItem model = ItemKnn.fit(Interactions.of(heavy), 0, PLAIN);

        // Then
        assertThat(model.similar(0, 1).score(0)).isCloseTo((float) (1 / Math.sqrt(2)), within(1e-6f));
    }

    @Test
    void togetherLatelyBeatsTogetherLongAgo() {
        // Given
        Interactions shop = Interactions.of(Events.of(
                4,
                3,
                new int[] {0, 0, 1, 1, 2, 2, 3, 3},
                new int[] {0, 1, 0, 1, 0, 2, 0, 2},
                new long[] {0, 0, 0, 0, 300 * DAY, 300 * DAY, 300 * DAY, 300 * DAY},
                new float[] {1, 1, 1, 1, 1, 1, 1, 1}));
        ItemKnnSettings fading = PLAIN.withModelDecay(Decay.halvingEvery(Duration.ofDays(60)));

        // When
        Ranking similar = ItemKnn.fit(shop, 300 * DAY, fading).similar(0, 2);

        // Then
        assertThat(ItemKnn.fit(shop, 300 * DAY, PLAIN).similar(0, 2).item(0)).isEqualTo(1);
        assertThat(similar.item(0)).isEqualTo(2);
        assertThat(similar.score(0)).isGreaterThan(5 * similar.score(1));
    }

    @Test
    void theLatestChoiceOfACustomerCountsMost() {
        // Given
        Interactions shop = Interactions.of(
                EventsFixtures.events(4, 4, pair(0, 0), pair(0, 1), pair(1, 2), pair(1, 3), pair(2, 0), pair(3, 2)));
        ItemToItem model = ItemKnn.fit(shop, 0, PLAIN.withProfileDecay(Decay.halvingEvery(Duration.ofDays(90))));
        History history = History.of(new int[] {0, 2}, new float[] {1, 1}, new long[] {10 * DAY, 100 * DAY});

        // When
        float[] scores = scores(model, history);

        // Then
        assertThat(scores[3]).isCloseTo(2 * scores[1], within(1e-6f));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatContributedAddsUpToTheScore(ItemKnnSettings settings) {
        // Given
        Interactions shop = Interactions.of(EventsFixtures.random(300, 60, 6000, 11));
        ItemToItem model = ItemKnn.fit(shop, 365 * DAY, settings);
        History history = shop.history(17);

        // When
        Ranking top = model.top(history, 20, item -> true);

        // Then
        assertThat(top.size()).isEqualTo(20);
        for (int rank = 0; rank < top.size(); rank++) {
            List<Contribution> reasons = model.explain(history, top.item(rank), 1000);
            double sum = reasons.stream().mapToDouble(Contribution::amount).sum();
            assertThat(sum).isCloseTo(top.score(rank), within(1e-5));
            assertThat(reasons).isSortedAccordingTo((one, other) -> Float.compare(other.amount(), one.amount()));
            assertThat(model.explain(history, top.item(rank), 2)).isEqualTo(reasons.subList(0, 2));
        }
    }

    static Stream<ItemKnnSettings> settings() {
        return Stream.of(
                ItemKnnSettings.CLASSIC,
                ItemKnnSettings.RECENT,
                ItemKnnSettings.RECENT.withWeighting(Weighting.BM25),
                ItemKnnSettings.RECENT.withWeighting(Weighting.LOG));
    }

    @Test
    void excludedItemsAreNeverReturned() {
        // Given
        Interactions shop = Interactions.of(EventsFixtures.random(300, 60, 6000, 12));
        ItemToItem model = ItemKnn.fit(shop, 365 * DAY, ItemKnnSettings.RECENT);

        for (int customer = 0; customer < shop.customers(); customer++) {
            BitSet known = shop.history(customer).items();
            // When
            Ranking top = model.top(shop.history(customer), 60, item -> !known.get(item));

            // Then
            assertThat(RankingTest.items(top)).noneMatch(known::get);
        }
    }

    @Test
    void theOrderOfTheEventsDoesNotMatter() {
        // Given
        int[] customer = {0, 0, 1, 1, 2, 2, 2};
        int[] item = {0, 1, 1, 2, 0, 2, 1};
        int[] turnedCustomer = {2, 2, 2, 1, 1, 0, 0};
        int[] turnedItem = {1, 2, 0, 2, 1, 1, 0};

        // When
        ItemToItem one = ItemKnn.fit(Interactions.of(Events.of(3, 3, customer, item)), 0, PLAIN);
        ItemToItem other = ItemKnn.fit(Interactions.of(Events.of(3, 3, turnedCustomer, turnedItem)), 0, PLAIN);

        // Then
        assertThat(scores(one, history(0, 2))).isEqualTo(scores(other, history(0, 2)));
    }

    @Test
    void customersWithTooLongHistoriesSayNothingAboutLikeness() {
        // Given
        Interactions shop = Interactions.of(EventsFixtures.events(
                3, 4, pair(0, 0), pair(0, 1), pair(1, 0), pair(1, 1), pair(2, 0), pair(2, 2), pair(2, 3)));

        // When
        ItemToItem model = ItemKnn.fit(shop, 0, PLAIN.withLongestHistory(2));

        // Then
        assertThat(RankingTest.items(model.similar(0, 10))).containsExactly(1);
        assertThat(model.similar(0, 1).score(0)).isCloseTo(1, within(1e-6f));
    }

    @Test
    void aNewcomerIsUnscoredRatherThanGuessed() {
        // When
        Ranking top = ItemKnn.fit(tiny, 0, PLAIN).top(History.empty(), 10, item -> true);

        // Then
        assertThat(top.size()).isZero();
    }

    @Test
    void itemsTheModelDoesNotHaveAreRefused() {
        ItemToItem model = ItemKnn.fit(tiny, 0, PLAIN);

        assertThatThrownBy(() -> model.similar(4, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("item must be in [0, 4), not 4");
        assertThatThrownBy(() -> scores(model, history(7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 7");
        assertThatThrownBy(() -> model.explain(history(0), -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model.similar(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> PLAIN.withNeighbours(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> PLAIN.withShrinkage(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> PLAIN.withLongestHistory(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> new Decay(0)).hasMessageContaining("above zero");
    }

    private static int[] pair(int customer, int item) {
        return new int[] {customer, item};
    }
}
