package io.smartcrm.loyalty.ledger;

/** A command that the accounts do not allow; nothing changed. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason UPPER_SNAKE, stable: clients branch on it */
    public Refusal(String reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
