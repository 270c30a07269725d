package io.smartcrm.customer.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** The chain as it stood at a time: up to which entry, and with which hash. */
record AuditAnchor(long sequence, String hash, Instant time) {
    AuditAnchor {
        requireNonNull(hash, "hash is null");
        requireNonNull(time, "time is null");
    }
}
