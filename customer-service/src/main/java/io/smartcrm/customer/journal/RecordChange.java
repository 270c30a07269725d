package io.smartcrm.customer.journal;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import did to a record, from its first touch to its last.
 *
 * @param before the row as it was, as JSON; empty when the import created it
 * @param versionBefore zero when the import created it
 * @param versionAfter as the import left it; zero when it left none
 */
public record RecordChange(UUID importId, UUID id, Optional<String> before, long versionBefore, long versionAfter) {
    public RecordChange {
        requireNonNull(importId, "importId is null");
        requireNonNull(id, "id is null");
        requireNonNull(before, "before is null");
    }

    public boolean created() {
        return before.isEmpty();
    }

    /** The same once a later import was undone, which left the record another version. */
    RecordChange at(long versionNow) {
        return new RecordChange(importId, id, before, versionBefore, versionNow);
    }

    /** What there is to do about it. */
    public enum Undoing {
        /** It went since, or the import noted something for itself alone. */
        NOTHING,
        DELETE,
        RESTORE,
        /** It changed since: it stays. */
        KEEP
    }

    /** @param versionNow or the one that it is a restoration of; null when the record is no longer there */
    public Undoing undoing(@Nullable Long versionNow) {
        if (versionNow == null) {
            return created() ? Undoing.NOTHING : Undoing.KEEP;
        }
        if (versionNow != versionAfter) {
            return Undoing.KEEP;
        }
        if (created()) {
            return Undoing.DELETE;
        }
        return versionBefore == versionAfter ? Undoing.NOTHING : Undoing.RESTORE;
    }
}
