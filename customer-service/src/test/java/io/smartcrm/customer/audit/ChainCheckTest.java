package io.smartcrm.customer.audit;

import static io.smartcrm.customer.audit.AuditEntryFixtures.chain;
import static io.smartcrm.customer.audit.AuditEntryFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.customer.audit.ChainCheck.Break;
import io.smartcrm.customer.audit.ChainCheck.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainCheckTest {
    @Test
    void aChainThatNobodyTouchedHolds() {
        // Given
        List<ChainLink> chain = chain(5);
        // When
        var found = check(chain, 5, anchor(chain, 3));
        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void aChangedEntryIsNamed() {
        // Given
        List<ChainLink> chain = new ArrayList<>(chain(5));
        chain.set(2, new ChainLink(3, entry(99), chain.get(2).hash()));
        // When
        var found = check(chain, 5);
        // Then
        assertThat(found).contains(new Break(3, Kind.CHANGED));
    }

    @Test
    void aDeletedEntryIsNamed() {
        // Given
        List<ChainLink> chain = new ArrayList<>(chain(5));
        chain.remove(2);
        // When
        var found = check(chain, 5);
        // Then
        assertThat(found).contains(new Break(3, Kind.MISSING));
    }

    @Test
    void entriesThatChangedPlacesAreNamed() {
        // Given
        List<ChainLink> chain = new ArrayList<>(chain(5));
        var second = new ChainLink(2, chain.get(2).entry(), chain.get(2).hash());
        var third = new ChainLink(3, chain.get(1).entry(), chain.get(1).hash());
        chain.set(1, second);
        chain.set(2, third);
        // When
        var found = check(chain, 5);
        // Then
        assertThat(found).contains(new Break(2, Kind.CHANGED));
    }

    @Test
    void entriesCutOffAtTheEndAreMissed() {
        // Given
        List<ChainLink> cut = chain(5).subList(0, 3);
        // When
        var found = check(cut, 5);
        // Then
        assertThat(found).contains(new Break(4, Kind.TRUNCATED));
    }

    @Test
    void anAnchorMissesACutThatTheHeadWasAdaptedTo() {
        // Given
        List<ChainLink> chain = chain(5);
        // When
        var found = check(chain.subList(0, 3), 3, anchor(chain, 5));
        // Then
        assertThat(found).contains(new Break(4, Kind.TRUNCATED));
    }

    @Test
    void aChainMadeAnewIsNotTheOneThatWasAnchored() {
        // Given
        List<ChainLink> anew = chain(5);
        // When
        var found = check(anew, 5, anchor(chain(5), 3));
        // Then
        assertThat(found).contains(new Break(3, Kind.REWRITTEN));
    }

    @Test
    void aRoleMovedIntoTheNameChangesTheHash() {
        // Given
        var before = entry("ann", List.of("admin", "agent"));
        var moved = new AuditEntry(
                before.id(),
                before.time(),
                new AuditEntry.Actor("subject", "annadmin", List.of("agent")),
                before.deed(),
                before.purpose(),
                before.outcome(),
                before.traceId(),
                before.requestId());
        // When
        var one = ChainLink.after(ChainLink.BEFORE_THE_FIRST, 1, before);
        var other = ChainLink.after(ChainLink.BEFORE_THE_FIRST, 1, moved);
        // Then
        assertThat(one.hash()).isNotEqualTo(other.hash()).hasSize(64);
    }

    private static AuditAnchor anchor(List<ChainLink> chain, int sequence) {
        return new AuditAnchor(sequence, chain.get(sequence - 1).hash(), Instant.EPOCH);
    }

    private static Optional<Break> check(List<ChainLink> chain, long head, AuditAnchor... anchors) {
        return new ChainCheck(head, List.of(anchors)).firstBreak(ChainLink.BEFORE_THE_FIRST, 1, chain, true);
    }
}
