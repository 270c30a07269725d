package io.smartcrm.gateway.segment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a customer is, or is not, in a segment. */
@Schema(name = "SegmentExplanation")
public record ExplanationView(
        @Schema(description = "Whether the customer is in the list now")
        boolean member,

        @Schema(description = "Whether the definition is true of the customer now")
        boolean fulfilled,

        String definition,
        List<ClauseView> clauses) {
    public ExplanationView {
        clauses = List.copyOf(clauses);
    }

    /** A clause and what it says of the customer. */
    @Schema(name = "SegmentClause")
    public record ClauseView(
            String text,
            int line,
            int column,
            boolean fulfilled,

            @Schema(description = "The customer's actual value; absent when there is none") @Nullable
            String value) {}
}
