package io.smartcrm.recommend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.collaborative.Events;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.Popularity;
import io.smartcrm.recommend.collaborative.Recommender;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProtocolsTest {
    /** Customer 0 has 0, 1 and buys 1, 2 later; 1 has 1 and buys it again; 2 is new in the test; 3 never comes back. */
    private final Events events = Events.of(
            4,
            4,
            new int[] {0, 0, 1, 3, 0, 0, 1, 2},
            new int[] {0, 1, 1, 0, 1, 2, 1, 3},
            new long[] {1, 2, 3, 4, 10, 11, 12, 13},
            new float[] {1, 1, 1, 1, 1, 1, 1, 1});

    @Test
    void aTimeSplitForeseesKnownCustomersOnly() {
        // When
        TimeSplit split = TimeSplit.of(events, 10, false);

        // Then
        assertThat(split.training().pairs()).isEqualTo(4);
        assertThat(split.trials()).extracting(Trial::relevant).containsExactly(bits(1, 2), bits(1));
    }

    @Test
    void newItemsOnlyLeavesOutWhatWasBoughtBefore() {
        // When
        TimeSplit split = TimeSplit.of(events, 10, true);

        // Then
        assertThat(split.trials()).extracting(Trial::relevant).containsExactly(bits(2));
    }

    @Test
    void knownItemsAreRankedOnlyWhereRepeatsAreAllowed() {
        // Given
        Popularity popularity = Popularity.ofAllTime(Interactions.of(events));
        History known = Interactions.of(events.before(10)).history(0);

        // When
        TopListAccuracy repeats = TopListAccuracy.of(popularity, List.of(new Trial(known, bits(2), true)));
        TopListAccuracy fresh = TopListAccuracy.of(popularity, List.of(new Trial(known, bits(2), false)));

        // Then
        assertThat(repeats.averagePrecision100().value()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(fresh.averagePrecision100().value()).isEqualTo(1);
        assertThat(repeats.coverage20()).isEqualTo(4);
        assertThat(fresh.coverage20()).isEqualTo(2);
        assertThat(fresh.hit20().value()).isEqualTo(1);
    }

    @Test
    void strongGeneralisationAsksForTheRestOfTheTestCustomers() {
        // Given
        Interactions foldIn = Interactions.of(Events.of(3, 4, new int[] {0, 1}, new int[] {0, 1}));
        Interactions test = Interactions.of(Events.of(3, 4, new int[] {0, 0, 2}, new int[] {0, 3, 2}));

        // When
        List<Trial> trials = StrongGeneralisation.trials(foldIn, test);

        // Then
        assertThat(trials).extracting(Trial::relevant).containsExactly(bits(3));
    }

    @Test
    void leaveOneOutCountsTheRankAmongTheCandidates() {
        // Given
        Recommender model = fixed(5, 9, 4, 7, 1);
        int[] negatives = {0, 1, 4};

        // When
        ChoiceAccuracy accuracy = ChoiceAccuracy.of(model, List.of(Choice.of(History.empty(), 3, negatives)));

        // Then
        assertThat(accuracy.hit10().value()).isEqualTo(1);
        assertThat(accuracy.ndcg10().value()).isCloseTo(Math.log(2) / Math.log(3), within(1e-12));
    }

    @Test
    void candidatesOfEqualScoreEarnWhatChanceGives() {
        // Given
        Recommender model = fixed(new float[101]);
        int[] negatives = IntStream.rangeClosed(1, 100).toArray();

        // When
        ChoiceAccuracy accuracy = ChoiceAccuracy.of(model, List.of(Choice.of(History.empty(), 0, negatives)));

        // Then
        assertThat(accuracy.hit10().value()).isCloseTo(10 / 101.0, within(1e-12));
    }

    @Test
    void impossibleTrialsAreRefused() {
        History known = Interactions.of(events).history(0);

        assertThatThrownBy(() -> new Trial(known, new BitSet(), true)).hasMessageContaining("empty");
        assertThatThrownBy(() -> new Trial(known, bits(1), false)).hasMessageContaining("known items");
        assertThatThrownBy(() -> Choice.of(known, 1, new int[] {1})).hasMessageContaining("both");
        assertThatThrownBy(() -> Choice.of(known, 1, new int[0])).hasMessageContaining("no negative");
    }

    private static Recommender fixed(float... fixedScores) {
        return new Recommender() {
            @Override
            public int items() {
                return fixedScores.length;
            }

            @Override
            public void score(History history, float[] scores) {
                System.arraycopy(fixedScores, 0, scores, 0, scores.length);
            }
        };
    }

    private static BitSet bits(int... items) {
        BitSet bits = new BitSet();
        for (int item : items) {
            bits.set(item);
        }
        return bits;
    }
}
