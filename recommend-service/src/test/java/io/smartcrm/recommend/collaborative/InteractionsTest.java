package io.smartcrm.recommend.collaborative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class InteractionsTest {
    @Test
    void repeatedChoicesBecomeOnePairWithSummedWeightAndLatestTime() {
        // Given
        Events events =
                Events.of(2, 3, ints(1, 0, 1, 1), ints(2, 1, 0, 2), new long[] {7, 1, 3, 5}, floats(2, 1, 1, 4));

        // When
        Interactions interactions = Interactions.of(events);

        // Then
        History history = interactions.history(1);
        assertThat(interactions.pairs()).isEqualTo(3);
        assertThat(history.size()).isEqualTo(2);
        assertThat(history.item(1)).isEqualTo(2);
        assertThat(history.weight(1)).isEqualTo(6);
        assertThat(history.time(1)).isEqualTo(7);
    }

    @Test
    void customersWithoutChoicesHaveAnEmptyHistory() {
        // Given
        Interactions interactions = Interactions.of(EventsFixtures.events(4, 3, ints(1, 2), ints(3, 0)));

        // When
        History history = interactions.history(2);

        // Then
        assertThat(history.isEmpty()).isTrue();
        assertThat(interactions.customers()).isEqualTo(4);
        assertThat(interactions.activeItems()).isEqualTo(2);
    }

    @Test
    void anEmptyShopIsAllowed() {
        // When
        Interactions interactions = Interactions.of(Events.of(0, 0, new int[0], new int[0]));

        // Then
        assertThat(interactions.pairs()).isZero();
        assertThat(ItemKnn.fit(interactions, 0, ItemKnnSettings.RECENT).items()).isZero();
    }

    @Test
    void everyEventIsBeforeOrSinceADay() {
        // Given
        Events events = EventsFixtures.random(20, 30, 500, 1);

        // When
        Events before = events.before(100 * EventsFixtures.DAY);
        Events since = events.since(100 * EventsFixtures.DAY);

        // Then
        assertThat(before.size()).isPositive();
        assertThat(since.size()).isPositive();
        assertThat(before.size() + since.size()).isEqualTo(500);
    }

    @Test
    void aHistoryTellsItsItemsAsASet() {
        // When
        BitSet items = EventsFixtures.history(5, 2, 9).items();

        // Then
        assertThat(items.stream()).containsExactly(2, 5, 9);
    }

    @Test
    void impossibleEventsAreRefusedWithTheEntryAndTheValue() {
        assertThatThrownBy(() -> Events.of(2, 3, ints(0, 2), ints(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer of entry 1 must be in [0, 2), not 2");
        assertThatThrownBy(() -> Events.of(2, 3, ints(0), ints(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("item of entry 0 must be in [0, 3), not -1");
        assertThatThrownBy(() -> Events.of(2, 3, ints(0), ints(0), new long[1], floats(Float.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight of entry 0")
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> Events.of(2, 3, ints(0), ints(0), new long[2], floats(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("columns differ in length")
                .hasMessageContaining("time 2");
        assertThatThrownBy(() -> Events.of(-1, 3, ints(), ints()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void impossibleHistoriesAreRefused() {
        assertThatThrownBy(() -> EventsFixtures.history(3, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("item 3");
        assertThatThrownBy(() -> History.of(ints(3), floats(-1), new long[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> History.of(ints(3), floats(1), new long[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("times 0");
    }

    private static int[] ints(int... values) {
        return values;
    }

    private static float[] floats(float... values) {
        return values;
    }
}
