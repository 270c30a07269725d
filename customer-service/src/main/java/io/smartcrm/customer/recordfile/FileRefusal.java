package io.smartcrm.customer.recordfile;

/** The file as a whole cannot be used; the message tells its owner why and what to do. */
public final class FileRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FileRefusal(String message) {
        super(message);
    }

    FileRefusal(String message, Throwable cause) {
        super(message, cause);
    }

    /** The text for the file's owner. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
