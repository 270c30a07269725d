package io.smartcrm.gateway.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Two customers that became one: the loser's records and identities went to the winner. */
@Schema(name = "Merge")
public record MergeView(
        String id,
        String winnerId,
        String loserId,

        @Schema(description = "MERGED or UNDONE", examples = "MERGED")
        String state,

        @Schema(description = "Fields of the winner that came from the loser")
        List<String> takenFields,

        @Schema(description = "Records that moved, by what holds them")
        Map<String, Long> moved,

        @Nullable Instant mergeTime,
        @Nullable Instant undoTime) {
    public MergeView {
        takenFields = List.copyOf(takenFields);
        moved = Map.copyOf(moved);
    }
}
