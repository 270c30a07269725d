package io.smartcrm.customer.interaction;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.util.UUID;

/** What became of one interaction that was told. */
public sealed interface RecordResult {
    /** Stored under this id. */
    record Accepted(UUID id) implements RecordResult {
        public Accepted {
            requireNonNull(id, "id is null");
        }
    }

    /** Its message id is known. */
    record Duplicate() implements RecordResult {}

    /** Not stored; the others are. */
    record Rejected(String field, String detail) implements RecordResult {
        public Rejected {
            requireNonNull(field, "field is null");
            requireNonNull(detail, "detail is null");
        }
    }

    /** What was wrong, as the failure says it. */
    static Rejected rejected(Failure failure) {
        return rejected(failure, "");
    }

    /** @param otherwise the field to name when the failure names none */
    static Rejected rejected(Failure failure, String otherwise) {
        return failure.violations().stream()
                .findFirst()
                .map(bad -> new Rejected(bad.field(), bad.detail()))
                .orElseGet(() -> new Rejected(otherwise, String.valueOf(failure.getMessage())));
    }
}
