package io.smartcrm.forecast.plan;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.plan.DemandPlan.Promotion;
import io.smartcrm.forecast.series.DemandScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A promotion or a price of everything, of a category or of a product, and who planned it. */
record PlanEntry(UUID id, Content content, String userName, Instant createTime) {
    /**
     * What somebody plans.
     *
     * @param scope total, category or product
     * @param note in the words of who planned it
     */
    record Content(DemandScope scope, Planned planned, String note) {
        Content {
            requireNonNull(scope, "scope is null");
            requireNonNull(planned, "planned is null");
            requireNonNull(note, "note is null");
        }
    }

    /** A promotion, or a price from a day on. */
    sealed interface Planned {
        record Promoted(Promotion promotion) implements Planned {
            public Promoted {
                requireNonNull(promotion, "promotion is null");
            }
        }

        record Priced(LocalDate first, double price) implements Planned {
            public Priced {
                requireNonNull(first, "first is null");
            }
        }
    }

    PlanEntry {
        requireNonNull(id, "id is null");
        requireNonNull(content, "content is null");
        requireNonNull(userName, "userName is null");
        requireNonNull(createTime, "createTime is null");
    }
}
