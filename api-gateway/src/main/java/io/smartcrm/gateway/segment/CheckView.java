package io.smartcrm.gateway.segment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a text is a definition. */
@Schema(name = "SegmentCheck")
public record CheckView(
        boolean valid,
        List<ProblemView> problems,

        @Schema(description = "As the language writes it") @Nullable
        String formatted,

        int cost,

        @Schema(description = "Whether customers can enter or leave though nothing happens")
        boolean changesByTime) {
    public CheckView {
        problems = List.copyOf(problems);
    }

    /** What is wrong, and where; line and column from 1. */
    @Schema(name = "SegmentProblem")
    public record ProblemView(
            int line,
            int column,
            String message,

            @Schema(description = "What was probably meant") @Nullable
            String suggestion) {}
}
