package io.smartcrm.customer.orderfile;

/** What a row of the file turned out to be. */
sealed interface Row permits OrderRow, RejectedRow {
    long line();
}
