package io.smartcrm.loyalty.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.wire.Failure;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A command for the ledger.
 *
 * @param key names the command, so that it is carried out once; empty for one that may be repeated
 * @param asked what the caller asked for, in words: the same key with other words is refused
 */
public record Posting(Optional<String> key, String asked, Command command) {
    private static final int MAX_KEY = 200;

    public Posting {
        requireNonNull(asked, "asked is null");
        requireNonNull(command, "command is null");
    }

    /** A command that is idempotent by itself. */
    public static Posting of(Command command) {
        return new Posting(Optional.empty(), "", command);
    }

    /**
     * A command of a caller.
     *
     * @param requestId empty when every call is a new command
     */
    public static Posting of(String principal, String requestId, String asked, Command command) {
        if (requestId.length() > MAX_KEY) {
            throw Failure.invalid("requestId", "is longer than " + MAX_KEY + " characters");
        }
        Optional<String> key = requestId.isEmpty() ? Optional.empty() : Optional.of(principal + "\n" + requestId);
        return new Posting(key, asked, command);
    }

    /** In hexadecimal digits. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(asked.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
