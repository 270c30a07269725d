package io.smartcrm.customer.quality;

import java.util.Arrays;

/** Which of many texts occur once; kept as numbers of 64 bits, of which a million share one by chance hardly ever. */
final class Values {
    private long[] hashes = new long[64];
    private int size;

    void add(String text) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hashes[size++] = hash;
    }

    int count() {
        return size;
    }

    long occurringOnce() {
        long[] sorted = Arrays.copyOf(hashes, size);
        Arrays.sort(sorted);
        long once = 0;
        for (int i = 0; i < size; i++) {
            boolean before = i > 0 && sorted[i - 1] == sorted[i];
            boolean after = i + 1 < size && sorted[i + 1] == sorted[i];
            once += before || after ? 0 : 1;
        }
        return once;
    }
}
