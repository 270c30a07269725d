package io.smartcrm.gateway.loyalty;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Between which segments customers moved; pairs that nobody made are left out. */
@Schema(name = "RfmMigration")
public record RfmMigrationView(List<MovedView> items) {
    public RfmMigrationView {
        items = List.copyOf(items);
    }

    /** Customers who were in one segment and then in another. */
    @Schema(name = "MovedCustomers")
    public record MovedView(
            @Schema(description = "Absent before the first purchase") @Nullable
            String fromSegment,

            @Nullable String toSegment,
            long customers) {}
}
