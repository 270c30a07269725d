package io.smartcrm.customer.orderfile;

import io.smartcrm.customer.recordfile.RejectedRow;

/** What a row of the file turned out to be. */
sealed interface Row permits OrderRow, Row.Refused {
    record Refused(RejectedRow reason) implements Row {}
}
