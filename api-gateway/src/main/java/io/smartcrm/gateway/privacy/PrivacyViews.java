package io.smartcrm.gateway.privacy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What privacy looks like to a reader. */
final class PrivacyViews {
    private PrivacyViews() {}

    /** What may not be done with a customer's data. */
    @Schema(name = "ProcessingLimits")
    public record LimitsView(
            String customerId,

            @Schema(description = "Stored, but not scored, recommended to or contacted")
            boolean restricted,

            @Schema(description = "Nothing is chosen by what is known of the person")
            boolean notByProfile,

            @Nullable String reason,
            @Nullable Instant updateTime,
            @JsonIgnore @Schema(hidden = true) String etag) {}

    /** The switches as they shall be; absent ones are off. */
    @Schema(name = "ProcessingLimitsChange", examples = """
                    {"restricted": true, "notByProfile": false, "reason": "objection of 2026-03-04"}""")
    public record LimitsChange(
            @Nullable Boolean restricted,
            @Nullable Boolean notByProfile,
            @Nullable String reason) {}

    /** Whom to forget, and why. */
    @Schema(name = "NewErasure", examples = """
                    {"customerId": "0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0aa", "reason": "request of 2026-03-04"}""")
    public record NewErasure(
            @Nullable String customerId, @Nullable String reason) {}

    /** A customer who must be forgotten, and how far that is. */
    @Schema(name = "Erasure")
    public record ErasureView(
            String id,
            String customerId,
            @Schema(description = "RUNNING or COMPLETE") String state,
            @Nullable String reason,
            @Nullable String requestedBy,
            @Nullable Instant requestTime,
            @Nullable Instant completeTime,
            List<CountView> counts,

            @Schema(description = "Services that have not answered yet")
            List<String> waitingServices) {
        public ErasureView {
            counts = List.copyOf(counts);
            waitingServices = List.copyOf(waitingServices);
        }
    }

    /** Records that a service deleted, or kept without the person. */
    @Schema(name = "ErasureCount")
    public record CountView(String service, String part, long records) {}
}
