package io.smartcrm.customer.order;

/** What an order is in the books. */
public enum OrderKind {
    SALE,
    /** Goods or money given back; quantities and total are negative. */
    REFUND,
    /** Money booked without goods, such as a bad debt written off. */
    ADJUSTMENT
}
