package io.smartcrm.gateway.interaction;

import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a batch: what was rejected does not hold up the others. */
@Schema(name = "BatchResult")
public record BatchView(
        int accepted,
        int duplicates,
        int rejected,
        @Schema(description = "One an item, in their order") List<RecordView> results) {
    public BatchView {
        results = List.copyOf(results);
    }

    static BatchView of(List<RecordView> results) {
        List<String> statuses = results.stream().map(RecordView::status).toList();
        return new BatchView(
                Collections.frequency(statuses, RecordView.ACCEPTED),
                Collections.frequency(statuses, RecordView.DUPLICATE),
                Collections.frequency(statuses, RecordView.REJECTED),
                results);
    }
}
