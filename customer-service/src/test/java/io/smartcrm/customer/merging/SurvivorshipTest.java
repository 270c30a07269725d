package io.smartcrm.customer.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.customer.profile.OpenCustomer;
import io.smartcrm.customer.profile.Profile;
import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SurvivorshipTest {
    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");

    private static OpenCustomer customer(Profile profile, Instant updated, String... namespaces) {
        return new OpenCustomer(
                UUID.randomUUID(), profile, List.of(namespaces), List.of(), "{}", Optional.empty(), EARLY, updated);
    }

    private static Survivorship all(FieldRule rule, String... sources) {
        return new Survivorship(rule, rule, rule, rule, List.of(sources));
    }

    @Test
    void eachRuleChoosesItsOwnValue() {
        // Given
        var winner = customer(new Profile("Ada", "ada@new.example", "1234567", ""), LATE, "crm");
        var loser = customer(new Profile("Ada Lovelace", "ada@old.example", "", "GB"), EARLY, "shop");

        // When
        var recent = all(FieldRule.MOST_RECENT).of(winner, loser);
        var complete = all(FieldRule.MOST_COMPLETE).of(winner, loser);
        var source = all(FieldRule.SOURCE_PRIORITY, "shop", "crm").of(winner, loser);
        var winners = all(FieldRule.WINNER).of(winner, loser);

        // Then
        assertThat(recent.profile()).isEqualTo(new Profile("Ada", "ada@new.example", "1234567", "GB"));
        assertThat(recent.taken()).containsExactly("country");
        assertThat(complete.profile()).isEqualTo(new Profile("Ada Lovelace", "ada@new.example", "1234567", "GB"));
        assertThat(source.profile()).isEqualTo(new Profile("Ada Lovelace", "ada@old.example", "1234567", "GB"));
        assertThat(winners.profile()).isEqualTo(new Profile("Ada", "ada@new.example", "1234567", "GB"));
    }

    @Test
    void theFullestProfileWinsAndTheOldestAmongEquals() {
        // Given
        var empty = customer(new Profile("Ada", "", "", ""), EARLY);
        var full = customer(new Profile("Ada", "ada@example.org", "", ""), EARLY);

        // When
        OpenCustomer winner = Survivorship.winner(List.of(empty, full));

        // Then
        assertThat(winner).isEqualTo(full);
    }

    @Test
    void sourcesMustBeNamedWhereAFieldGoesByThem() {
        assertThatThrownBy(() -> all(FieldRule.SOURCE_PRIORITY))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("survivorship.sources");
    }
}
