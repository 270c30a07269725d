package io.smartcrm.customer.importing;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import java.util.UUID;

/** Our name of an import. */
record ImportId(UUID value) {
    ImportId {
        requireNonNull(value, "value is null");
    }

    static ImportId next() {
        return new ImportId(TimeOrderedId.next());
    }

    /** @throws Failure NOT_FOUND when no import can have this id */
    static ImportId parse(String text) {
        try {
            return new ImportId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound("import", text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
