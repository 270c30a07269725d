package io.smartcrm.gateway.quality;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a plan would change among the latest customers. */
@Schema(name = "CleaningPreview")
public record CleaningPreviewView(
        @Schema(description = "How many were looked at") long customers, List<FieldView> fields) {
    public CleaningPreviewView {
        fields = List.copyOf(fields);
    }

    /** What would change in one field. */
    @Schema(name = "CleaningFieldPreview")
    public record FieldView(String field, long changed, List<SampleView> samples) {
        public FieldView {
            samples = List.copyOf(samples);
        }
    }

    /** One change. */
    @Schema(name = "CleaningSample")
    public record SampleView(String customerId, String before, String after) {}
}
