package io.smartcrm.gateway.segment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What definitions can ask of a customer. */
@Schema(name = "SegmentTerm")
public record TermView(
        String name,

        @Schema(description = "TEXT, NUMBER, AMOUNT, TIME or TRUTH; of an attribute it is that of its definition")
        String type,

        String description,
        List<String> arguments,
        List<String> operators) {
    public TermView {
        arguments = List.copyOf(arguments);
        operators = List.copyOf(operators);
    }
}
