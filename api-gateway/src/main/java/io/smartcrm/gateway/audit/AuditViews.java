package io.smartcrm.gateway.audit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the log looks like to a reader. */
@RegisterForReflection
final class AuditViews {
    private AuditViews() {}

    /** One call that read or changed personal data. */
    @Schema(name = "AuditEntry")
    public record EntryView(
            @Schema(description = "Place in the chain, from 1")
            long sequence,

            @Nullable Instant time,
            @Nullable String subject,
            @Nullable String userName,
            List<String> roles,
            String rpc,
            boolean change,
            @Nullable String resourceKind,
            @Nullable String resourceId,
            @Nullable String customerId,

            @Schema(description = "Names of fields, never their values")
            List<String> changedFields,

            @Schema(description = "What was asked, with question marks for values") @Nullable
            String queryShape,

            long rowCount,

            @Schema(description = "Why, as X-Purpose said it") @Nullable
            String purpose,

            String outcome,
            @Nullable String traceId,
            @Nullable String requestId,
            String hash) {
        public EntryView {
            roles = List.copyOf(roles);
            changedFields = List.copyOf(changedFields);
        }
    }

    /** The chain as it stood at a time. */
    @Schema(name = "AuditAnchor")
    public record AnchorView(
            long sequence, String hash, @Nullable Instant time) {}

    /** Where the chain breaks. */
    @Schema(name = "AuditBreak")
    public record BreakView(
            long sequence,

            @Schema(description = "CHANGED, MISSING, TRUNCATED or REWRITTEN")
            String kind) {}

    /** What the check of a part found. */
    @Schema(name = "AuditVerification")
    public record VerificationView(
            boolean intact,
            long checked,

            @Schema(description = "Where the next part begins; absent at the end or after a break") @Nullable
            Long nextSequence,

            @Nullable BreakView firstBreak,
            AnchorView head,
            @Schema(description = "Entries not chained yet") long waiting) {}
}
