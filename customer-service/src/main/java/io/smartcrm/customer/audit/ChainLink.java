package io.smartcrm.customer.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/**
 * An entry in its place of the chain.
 *
 * @param sequence from 1, without gaps
 * @param hash SHA-256 over the hash before, the sequence and every field of the entry, each with its length before it;
 *     64 hexadecimal digits
 */
record ChainLink(long sequence, AuditEntry entry, String hash) {
    static final String BEFORE_THE_FIRST = "0".repeat(64);

    ChainLink {
        requireNonNull(entry, "entry is null");
        requireNonNull(hash, "hash is null");
    }

    static ChainLink after(String hashBefore, long sequence, AuditEntry entry) {
        return new ChainLink(sequence, entry, hash(hashBefore, sequence, entry));
    }

    /** Whether entry and hash are what was chained after that hash. */
    boolean follows(String hashBefore) {
        return hash.equals(hash(hashBefore, sequence, entry));
    }

    private static String hash(String before, long sequence, AuditEntry entry) {
        MessageDigest digest = sha256();
        text(digest, before);
        number(digest, sequence);
        text(digest, entry.id().toString());
        number(digest, ChronoUnit.MICROS.between(Instant.EPOCH, entry.time()));
        text(digest, entry.actor().subject());
        text(digest, entry.actor().userName());
        list(digest, entry.actor().roles());
        text(digest, entry.deed().rpc());
        number(digest, entry.deed().change() ? 1 : 0);
        text(digest, entry.deed().resourceKind());
        text(digest, entry.deed().resourceId());
        text(digest, entry.deed().customerId());
        list(digest, entry.deed().changedFields());
        text(digest, entry.deed().queryShape());
        number(digest, entry.deed().rows());
        text(digest, entry.purpose());
        text(digest, entry.outcome());
        text(digest, entry.traceId());
        text(digest, entry.requestId());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void list(MessageDigest digest, List<String> values) {
        number(digest, values.size());
        values.forEach(value -> text(digest, value));
    }

    private static void text(MessageDigest digest, String value) {
        byte[] bytes = value.getBytes(UTF_8);
        number(digest, bytes.length);
        digest.update(bytes);
    }

    private static void number(MessageDigest digest, long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
