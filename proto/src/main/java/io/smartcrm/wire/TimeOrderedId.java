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

    static UUID of(long epochMillis, long randomHigh, long randomLow) {
        long high = (epochMillis << 16) | 0x7000L | (randomHigh & 0x0FFFL);
        long low = 0x8000000000000000L | (randomLow & 0x3FFFFFFFFFFFFFFFL);
        return new UUID(high, low);
    }
}
