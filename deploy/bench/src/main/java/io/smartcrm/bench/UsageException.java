package io.smartcrm.bench;

/** Wrong use of a command or unreadable data; its message is the one line the user sees before exit code 2. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
