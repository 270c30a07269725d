package io.smartcrm.gateway.supportcase;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a customer asked, and how it went. */
@Schema(name = "SupportCase")
public record SupportCaseView(
        String id,
        String customerId,

        @Schema(description = "NEW, OPEN, PENDING, RESOLVED, CLOSED or REOPENED", examples = "OPEN")
        String status,

        @Schema(description = "LOW, NORMAL, HIGH or URGENT", examples = "NORMAL")
        String priority,

        @Schema(examples = "email") String channel,
        @Nullable String subject,
        List<String> tags,

        @Schema(description = "User name of the agent; absent while nobody has it") @Nullable
        String assignee,

        @Nullable Instant openTime,

        @Schema(description = "When an agent answered first") @Nullable
        Instant firstResponseTime,

        @Schema(description = "Absent while it is not resolved") @Nullable
        Instant resolveTime,

        @Nullable Instant updateTime,

        @Schema(description = "1 to 5 once the customer rated it") @Nullable
        Integer satisfaction,

        int messageCount,
        @JsonIgnore @Schema(hidden = true) String etag) {
    public SupportCaseView {
        tags = List.copyOf(tags);
    }

    /** A part of the conversation. */
    @Schema(name = "SupportCaseMessage")
    public record MessageView(
            int number,
            @Schema(description = "CUSTOMER, AGENT or NOTE") String author,
            String writtenBy,
            String text,
            @Nullable Instant sendTime) {}

    /** A message and the case as it is after it. */
    @Schema(name = "AddedSupportCaseMessage")
    public record Added(MessageView message, SupportCaseView supportCase) {}

    /** How service went, of cases by the day they were answered, resolved or rated. */
    @Schema(name = "SupportCaseFigures")
    public record Figures(
            long respondedCount,

            @Schema(description = "To two digits; absent without cases") @Nullable
            Long medianFirstResponseMinutes,

            long resolvedCount,

            @Schema(description = "To two digits; absent without cases") @Nullable
            Long medianResolutionMinutes,

            long ratedCount,
            @Schema(description = "1 to 5") @Nullable Double meanSatisfaction) {}
}
