package io.smartcrm.customer.supportcase;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.util.UUID;

/** Our name of a case. */
record CaseId(UUID value) {
    CaseId {
        requireNonNull(value, "value is null");
    }

    /** @throws Failure NOT_FOUND when no case can have this id */
    static CaseId parse(String text) {
        try {
            return new CaseId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound("support case", text);
        }
    }

    Failure notFound() {
        return Failure.notFound("support case", value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
