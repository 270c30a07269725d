package io.smartcrm.loyalty.account;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** UUIDs of version 7 that grow from one to the next, so that history keeps its order within one moment. */
final class LedgerIds implements Supplier<UUID> {
    private static final int COUNTER_BITS = 12;

    private long next;

    LedgerIds(Instant now) {
        next = now.toEpochMilli() << COUNTER_BITS;
    }

    @Override
    public UUID get() {
        long count = next++;
        long millis = count >>> COUNTER_BITS;
        long high = (millis << 16) | 0x7000L | (count & ((1 << COUNTER_BITS) - 1));
        long low = 0x8000000000000000L | (ThreadLocalRandom.current().nextLong() & 0x3FFFFFFFFFFFFFFFL);
        return new UUID(high, low);
    }
}
