package io.smartcrm.forecast.run;

/** Where a run stands. */
enum RunState {
    WAITING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    boolean ended() {
        return switch (this) {
            case WAITING, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED -> true;
        };
    }
}
