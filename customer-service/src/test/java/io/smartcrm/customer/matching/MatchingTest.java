package io.smartcrm.customer.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.wire.Failure;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final int CAP = 8;

    private static Person person(String name, String email, String phone) {
        return new Person(UUID.randomUUID(), name, email, phone, "GB", "");
    }

    private static PersonTable table(Person... people) {
        var table = new PersonTable(0);
        List.of(people).forEach(table::add);
        return table;
    }

    private static List<Pair> found(PersonTable people, Set<Long> apart) {
        return new Matching(Thresholds.USUAL, CAP)
                .run(people, apart, () -> false)
                .pairs();
    }

    @Test
    void onePersonWrittenInTwoWaysIsFoundAndStrangersAreNot() {
        // Given
        var people = table(
                person("Ada Lovelace", "ada@example.org", "+44 20 7946 0000"),
                person("LOVELACE, ADA", "ADA@example.org", "020 7946 0000"),
                person("Grace Hopper", "grace@example.org", "+44 20 7946 0001"));

        // When
        List<Pair> pairs = found(people, Set.of());

        // Then
        assertThat(pairs).singleElement().satisfies(pair -> {
            assertThat(pair.one()).isZero();
            assertThat(pair.other()).isEqualTo(1);
            assertThat(pair.certain()).isTrue();
        });
    }

    @Test
    void peopleOfOneHouseWhoShareATelephoneAreNotMerged() {
        // Given
        var people = table(
                person("Ada Lovelace", "ada@example.org", "+44 20 7946 0000"),
                person("Ralph Lovelace", "ralph@example.org", "+44 20 7946 0000"));

        // When
        List<Pair> pairs = found(people, Set.of());

        // Then
        assertThat(pairs).noneMatch(Pair::certain);
    }

    @Test
    void whoWasSaidToBeTwoIsNeitherFoundNorChainedTogetherByAThird() {
        // Given
        var people = table(
                person("Ada Lovelace", "ada@example.org", "+44 20 7946 0000"),
                person("Ada Lovelace", "ada@example.org", "020 7946 0000"),
                person("Ada Lovelace", "ada@example.org", "020 79460000"));

        // When
        List<Pair> pairs = found(people, Set.of(Matching.pairName(0, 1)));

        // Then
        assertThat(pairs).noneMatch(pair -> pair.one() == 0 && pair.other() == 1);
        assertThat(pairs).filteredOn(Pair::certain).hasSize(1);
        assertThat(pairs).filteredOn(pair -> !pair.certain()).hasSize(1);
    }

    @Test
    void noChainIsLongerThanTheCap() {
        // Given
        var table = new PersonTable(0);
        for (int i = 0; i < 12; i++) {
            table.add(person("Ada Lovelace", "ada@example.org", "+44 20 7946 0000"));
        }

        // When
        List<Pair> certain =
                found(table, Set.of()).stream().filter(Pair::certain).toList();

        // Then
        assertThat(certain.stream().filter(pair -> pair.cluster() == 0).count()).isEqualTo(CAP * (CAP - 1) / 2);
        assertThat(certain).allMatch(pair -> pair.cluster() >= 0);
    }

    @Test
    void aSearchThatIsStoppedFindsNothing() {
        // Given
        var table = new PersonTable(0);
        for (int i = 0; i < 2_000; i++) {
            for (int copy = 0; copy < 12; copy++) {
                table.add(person("Ada Lovelace " + i, "ada" + i + "@example.org", ""));
            }
        }

        // When
        var outcome = new Matching(Thresholds.USUAL, CAP).run(table, Set.of(), () -> true);

        // Then
        assertThat(outcome.stopped()).isTrue();
        assertThat(outcome.pairs()).isEmpty();
    }

    @Test
    void thresholdsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> new Thresholds(.4, .1))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("mergeFrom");
        assertThatThrownBy(() -> new Thresholds(.9, .95))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("reviewFrom");
        assertThatThrownBy(() -> new Thresholds(Double.NaN, .1)).isInstanceOf(Failure.class);
    }
}
