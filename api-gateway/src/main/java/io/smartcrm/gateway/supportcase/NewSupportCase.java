package io.smartcrm.gateway.supportcase;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a customer asks. */
@Schema(examples = """
                {"customerId": "0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0aa", "channel": "email", "subject": "Lamp arrived broken", \
                "text": "The glass was in pieces.", "priority": "HIGH", "tags": ["damage"]}""")
public record NewSupportCase(
        @Nullable String customerId,

        @Schema(description = "How it came in, e.g. email, chat or phone") @Nullable
        String channel,

        @Nullable String subject,

        @Schema(description = "What the customer wrote") @Nullable
        String text,

        @Schema(description = "NORMAL when absent") @Nullable
        String priority,

        @Nullable List<String> tags,
        @Nullable String assignee) {
    /** Something more that was said. */
    @Schema(name = "NewSupportCaseMessage", examples = """
                {"author": "AGENT", "text": "A new one is on its way."}""")
    public record NewMessage(
            @Schema(description = "CUSTOMER, AGENT or NOTE") @Nullable
            String author,

            @Nullable String text) {}
}
