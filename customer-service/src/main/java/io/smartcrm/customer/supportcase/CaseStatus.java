package io.smartcrm.customer.supportcase;

import java.util.EnumSet;
import java.util.Set;

/** How far a case has come. */
enum CaseStatus {
    NEW,
    OPEN,
    /** The customer's turn. */
    PENDING,
    RESOLVED,
    CLOSED,
    REOPENED;

    /** The statuses that may follow this one. */
    Set<CaseStatus> next() {
        return switch (this) {
            case NEW -> EnumSet.of(OPEN, PENDING, RESOLVED, CLOSED);
            case OPEN, REOPENED -> EnumSet.of(OPEN, PENDING, RESOLVED);
            case PENDING -> EnumSet.of(OPEN, RESOLVED);
            case RESOLVED -> EnumSet.of(CLOSED, REOPENED);
            case CLOSED -> EnumSet.of(REOPENED);
        };
    }

    boolean done() {
        return this == RESOLVED || this == CLOSED;
    }
}
