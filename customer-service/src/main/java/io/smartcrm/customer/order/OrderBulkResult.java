package io.smartcrm.customer.order;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What became of a set of drafts.
 *
 * @param sales created or changed; orders that were as told already do not count
 * @param lines of the orders created or changed, as far as these drafts told them
 * @param refused lines that could not be stored
 */
public record OrderBulkResult(int sales, int refunds, int adjustments, int lines, List<Refused> refused) {
    public OrderBulkResult {
        refused = List.copyOf(refused);
    }

    /** @param source line of the file */
    public record Refused(long source, String number, String reason) {
        public Refused {
            requireNonNull(number, "number is null");
            requireNonNull(reason, "reason is null");
        }
    }
}
