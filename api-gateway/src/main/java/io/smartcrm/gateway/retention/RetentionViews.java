package io.smartcrm.gateway.retention;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What retention looks like to a reader. */
final class RetentionViews {
    private static final String KINDS =
            "INACTIVE_CUSTOMER, CONSENT_RECORD, IMPORT_REJECTION, SUPPORT_CASE (closed ones) or INTERACTION";
    private static final String ACTIONS =
            "ERASE: records go, and what the books need loses the person; ANONYMISE, of an"
                    + " INACTIVE_CUSTOMER: the person goes, what was bought stays";

    private RetentionViews() {}

    /** How long records of a kind are kept. */
    @Schema(name = "RetentionRule")
    public record RuleView(
            String id,
            @Schema(description = KINDS) String kind,
            int ageDays,

            @Schema(description = ACTIONS) String action,

            @Schema(description = "Whether it is applied every day")
            boolean active,

            @Nullable Instant createTime) {}

    /** A rule as it shall be. */
    @Schema(name = "NewRetentionRule", examples = """
                    {"kind": "INACTIVE_CUSTOMER", "ageDays": 1095, "active": false}""")
    public record NewRule(
            @Schema(description = KINDS) @Nullable String kind,

            @Schema(description = "1 to 36500") @Nullable Integer ageDays,

            @Schema(description = ACTIONS + "; absent: ERASE") @Nullable
            String action,

            @Schema(description = "Whether it is applied every day; absent: no") @Nullable
            Boolean active) {}

    /** What a rule would meet now. */
    @Schema(name = "RetentionPreview")
    public record PreviewView(
            long records,
            @Nullable Instant beforeTime,

            @Schema(
                    description =
                            "Ids of some of them: of customers, of words on consents, of imports, of cases, of interactions")
            List<String> sampleIds) {
        public PreviewView {
            sampleIds = List.copyOf(sampleIds);
        }
    }

    /** A rule being applied. */
    @Schema(name = "RetentionRun")
    public record RunView(
            String id,
            String ruleId,

            @Schema(description = "WAITING, RUNNING, SUCCEEDED, FAILED or CANCELLED")
            String state,

            @Nullable Instant beforeTime,
            long totalRecords,
            long doneRecords,
            @Nullable Instant createTime,
            @Nullable Instant endTime,
            @Nullable String failure) {}
}
