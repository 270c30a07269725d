package io.smartcrm.local;

/** The end of a wait because somebody wants the thread to stop; the thread stays marked as interrupted. */
final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Interruption(InterruptedException cause) {
        super("interrupted", cause);
    }

    static Interruption of(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new Interruption(cause);
    }
}
