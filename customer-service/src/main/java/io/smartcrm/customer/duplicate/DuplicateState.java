package io.smartcrm.customer.duplicate;

/** Where a pair stands. */
enum DuplicateState {
    /** Waits for a person. */
    OPEN,
    /** Certain enough to be merged without asking; about to be. */
    CERTAIN,
    MERGED,
    /** A person said that they are two; no search asks again. */
    REJECTED
}
