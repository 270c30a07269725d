package io.smartcrm.gateway.interaction;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of messages to customers, 1 to 1,000 of them. */
@Schema(examples = """
    {"reports": [{"messageId": "letter-7-of-12347", "state": "OPENED", "reportTime": "2026-03-01T12:00:00Z"}]}\
    """)
public record DeliveryReports(@Nullable List<Report> reports) {
    List<Report> all() {
        return reports == null ? List.of() : List.copyOf(reports);
    }

    /** The message is named by its id or by its messageId. */
    @Schema(name = "DeliveryReport")
    public record Report(
            @Nullable String id,
            @Nullable String messageId,

            @Schema(
                    description =
                            "QUEUED, SENT, FAILED, DELIVERED, BOUNCED, OPENED, CLICKED or ANSWERED; in any order: "
                                    + "a message never goes back to an earlier one")
            @Nullable
            String state,

            @Schema(description = "Absent: now") @Nullable Instant reportTime) {}

    /** One result a report, in their order. */
    @Schema(name = "DeliveryResults")
    public record Results(List<Result> results) {
        public Results {
            results = List.copyOf(results);
        }
    }

    /** The state as it is now, or what was wrong with the report. */
    @Schema(name = "DeliveryResult")
    public record Result(
            @Nullable String deliveryState,
            @Nullable String pointer,
            @Nullable String detail) {}
}
