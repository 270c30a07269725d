package io.smartcrm.local;

/** A part that cannot run, in one sentence that says which part, why, and what to do about it. */
public final class PartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartFailure(String part, String reason) {
        super(part + ": " + reason);
    }

    public PartFailure(String part, String reason, Throwable cause) {
        super(part + ": " + reason, cause);
    }
}
