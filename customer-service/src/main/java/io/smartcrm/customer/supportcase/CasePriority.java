package io.smartcrm.customer.supportcase;

/** How soon a case wants an answer. */
enum CasePriority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
