package io.smartcrm.wire;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** UUID version 7 (RFC 9562): ids made one after another stand side by side in an index. */
public final class TimeOrderedId {
    private TimeOrderedId() {}

    public static UUID next() {
        var random = ThreadLocalRandom.current();
        return of(System.currentTimeMillis(), random.nextLong(), random.nextLong());
    }

    /** As if made at that millisecond; {@link #millis} tells it again. */
    public static UUID at(long epochMillis) {
        var random = ThreadLocalRandom.current();
        return of(epochMillis, random.nextLong(), random.nextLong());
    }

    /** When the id was made, in milliseconds since 1970. */
    public static long millis(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }

    /** As {@link #at}, the same for the same bits, of which 12 and 62 count. */
    public static UUID of(long epochMillis, long randomHigh, long randomLow) {
        long high = (epochMillis << 16) | 0x7000L | (randomHigh & 0x0FFFL);
        long low = 0x8000000000000000L | (randomLow & 0x3FFFFFFFFFFFFFFFL);
        return new UUID(high, low);
    }
}
