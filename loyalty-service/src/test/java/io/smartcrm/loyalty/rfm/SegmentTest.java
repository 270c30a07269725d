package io.smartcrm.loyalty.rfm;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentTest {
    /** As published: scores from 0 there mean "the lowest", which is 1 here. */
    private static final Map<Segment, Range> PUBLISHED = Map.ofEntries(
            Map.entry(Segment.CHAMPIONS, new Range(4, 5, 4, 5)),
            Map.entry(Segment.LOYAL, new Range(2, 5, 3, 5)),
            Map.entry(Segment.POTENTIAL_LOYALIST, new Range(3, 5, 1, 3)),
            Map.entry(Segment.NEW_CUSTOMERS, new Range(4, 5, 1, 1)),
            Map.entry(Segment.PROMISING, new Range(3, 4, 1, 1)),
            Map.entry(Segment.NEED_ATTENTION, new Range(2, 3, 2, 3)),
            Map.entry(Segment.ABOUT_TO_SLEEP, new Range(2, 3, 1, 2)),
            Map.entry(Segment.AT_RISK, new Range(1, 2, 2, 5)),
            Map.entry(Segment.CANNOT_LOSE, new Range(1, 1, 4, 5)),
            Map.entry(Segment.HIBERNATING, new Range(1, 2, 1, 2)),
            Map.entry(Segment.LOST, new Range(1, 2, 1, 2)));

    private record Range(int fromRecency, int toRecency, int fromJoint, int toJoint) {
        boolean holds(int recency, int joint) {
            return recency >= fromRecency && recency <= toRecency && joint >= fromJoint && joint <= toJoint;
        }

        int cells() {
            return (toRecency - fromRecency + 1) * (toJoint - fromJoint + 1);
        }
    }

    @Test
    void everyCellLiesInItsPublishedRangeAndNoNarrowerRangeHoldsIt() {
        for (int recency = 1; recency <= 5; recency++) {
            for (int joint = 1; joint <= 5; joint++) {
                // Given
                int row = recency;
                int column = joint;
                Set<Segment> possible = PUBLISHED.entrySet().stream()
                        .filter(entry -> entry.getValue().holds(row, column))
                        .map(Map.Entry::getKey)
                        .collect(toSet());
                int narrowest = possible.stream()
                        .mapToInt(segment -> published(segment).cells())
                        .min()
                        .orElseThrow();
                // When
                Segment segment = Segment.of(recency, joint);
                // Then
                assertThat(possible).as("R %d, FM %d", recency, joint).contains(segment);
                assertThat(published(segment).cells())
                        .as("R %d, FM %d", recency, joint)
                        .isEqualTo(narrowest);
            }
        }
    }

    private static Range published(Segment segment) {
        return requireNonNull(PUBLISHED.get(segment), "a segment was not published");
    }

    @Test
    void theGridUsesEverySegment() {
        assertThat(Segment.grid()).hasSize(25).contains(Segment.values());
    }

    @ParameterizedTest(name = "R {0}, F {1}, M {2} is {3}")
    @CsvSource({
        "5, 5, 5, CHAMPIONS",
        "4, 4, 3, CHAMPIONS",
        "3, 5, 4, LOYAL",
        "5, 2, 3, POTENTIAL_LOYALIST",
        "5, 1, 1, NEW_CUSTOMERS",
        "3, 1, 1, PROMISING",
        "3, 3, 3, NEED_ATTENTION",
        "2, 2, 1, ABOUT_TO_SLEEP",
        "2, 5, 5, AT_RISK",
        "1, 5, 5, CANNOT_LOSE",
        "2, 1, 1, HIBERNATING",
        "1, 1, 1, LOST",
    })
    void aCodeNamesItsSegment(int recency, int frequency, int monetary, Segment expected) {
        assertThat(new RfmCode(recency, frequency, monetary).segment()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "R {0}, FM {1}")
    @CsvSource({"0, 3", "6, 3", "3, 0", "3, 6"})
    void aScoreOutsideOneToFiveHasNoSegment(int recency, int joint) {
        assertThatThrownBy(() -> Segment.of(recency, joint)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
