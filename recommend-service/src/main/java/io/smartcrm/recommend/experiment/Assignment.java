package io.smartcrm.recommend.experiment;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Which variant of an experiment a customer is in: for ever the same, spread evenly, and independent of every other
 * experiment, by a hash of both names.
 */
final class Assignment {
    private static final int PLACES = 10_000;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Assignment() {}

    /** @param variants whose shares add up to 1 */
    static Variant of(String experiment, String unit, List<Variant> variants) {
        double place = (double) place(experiment, unit) / PLACES;
        double upTo = 0;
        for (Variant variant : variants) {
            upTo += variant.share();
            if (place < upTo) {
                return variant;
            }
        }
        return variants.get(variants.size() - 1);
    }

    /** 0 to 9,999: the FNV-1a hash, mixed to the last bit as MurmurHash3 does. */
    static int place(String experiment, String unit) {
        long hash = OFFSET;
        for (byte letter : (experiment + '\u0000' + unit).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (letter & 0xff)) * PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (int) Long.remainderUnsigned(hash ^ (hash >>> 33), PLACES);
    }
}
