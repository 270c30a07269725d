package io.smartcrm.loyalty.programme;

import static java.util.Objects.requireNonNull;

import io.smartcrm.loyalty.earning.Purchase;
import java.util.UUID;

/**
 * An order that was valued before all its products were known.
 *
 * @param purchase by the buyer as the rules saw them then
 */
record WaitingOrder(UUID id, Purchase purchase) {
    WaitingOrder {
        requireNonNull(id, "id is null");
        requireNonNull(purchase, "purchase is null");
    }
}
