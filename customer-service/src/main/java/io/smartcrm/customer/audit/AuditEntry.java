package io.smartcrm.customer.audit;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.TimeOrderedId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * One call that read or changed personal data: names of fields, never their values.
 *
 * @param time whole microseconds, as the database keeps them
 * @param purpose why, as the caller said it; may be empty
 * @param outcome OK, or the code that the call failed with
 */
public record AuditEntry(
        UUID id,
        Instant time,
        Actor actor,
        Deed deed,
        String purpose,
        String outcome,
        String traceId,
        String requestId) {
    public AuditEntry {
        requireNonNull(id, "id is null");
        time = time.truncatedTo(ChronoUnit.MICROS);
        requireNonNull(actor, "actor is null");
        requireNonNull(deed, "deed is null");
        requireNonNull(purpose, "purpose is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(traceId, "traceId is null");
        requireNonNull(requestId, "requestId is null");
    }

    /** A deed of the service itself, such as a job that deletes what is old. */
    public static AuditEntry ofService(Deed deed, String purpose, Instant time) {
        return new AuditEntry(TimeOrderedId.next(), time, Actor.SERVICE, deed, purpose, "OK", "", "");
    }

    /** Who, as the token said; names are empty where a call had none. */
    public record Actor(String subject, String userName, List<String> roles) {
        static final Actor SERVICE = new Actor("", "customer-service", List.of());

        public Actor {
            requireNonNull(subject, "subject is null");
            requireNonNull(userName, "userName is null");
            roles = roles.stream().sorted().toList();
        }
    }

    /**
     * What.
     *
     * @param rpc service and method
     * @param change whether it can change something
     * @param resourceId empty for a list
     * @param customerId empty where it is not about one customer
     * @param queryShape what a read asked for, without values
     * @param rows records in the answer
     */
    public record Deed(
            String rpc,
            boolean change,
            String resourceKind,
            String resourceId,
            String customerId,
            List<String> changedFields,
            String queryShape,
            long rows) {
        public Deed {
            requireNonNull(rpc, "rpc is null");
            requireNonNull(resourceKind, "resourceKind is null");
            requireNonNull(resourceId, "resourceId is null");
            requireNonNull(customerId, "customerId is null");
            changedFields = List.copyOf(changedFields);
            requireNonNull(queryShape, "queryShape is null");
        }
    }
}
