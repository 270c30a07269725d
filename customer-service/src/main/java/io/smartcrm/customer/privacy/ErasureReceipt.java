package io.smartcrm.customer.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What was forgotten where, for the person who asked.
 *
 * @param json the receipt
 * @param hash SHA-256 of it, 64 hexadecimal digits
 */
record ErasureReceipt(String json, String hash) {
    ErasureReceipt {
        requireNonNull(json, "json is null");
        requireNonNull(hash, "hash is null");
    }

    static ErasureReceipt of(Erasure erasure, Instant completeTime) {
        String parts = erasure.counts().stream()
                .map(count -> "{\"service\": \"%s\", \"part\": \"%s\", \"records\": %d}"
                        .formatted(count.service(), count.part(), count.records()))
                .collect(joining(",\n    ", "[\n    ", "\n  ]"));
        String json = """
                {
                  "erasure": "%s",
                  "customer": "%s",
                  "requested": "%s",
                  "completed": "%s",
                  "dataKeyDestroyed": true,
                  "parts": %s
                }
                """.formatted(erasure.id(), erasure.customerId(), erasure.requestTime(), completeTime, parts);
        return new ErasureReceipt(json, sha256(json));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
