package io.smartcrm.customer.importing;

/** Where an import stands. */
enum ImportState {
    WAITING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    REVERTING,
    REVERTED;

    /** Whether nobody works at it any more. */
    boolean ended() {
        return switch (this) {
            case WAITING, RUNNING, REVERTING -> false;
            case SUCCEEDED, FAILED, CANCELLED, REVERTED -> true;
        };
    }
}
