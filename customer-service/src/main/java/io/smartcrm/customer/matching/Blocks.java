package io.smartcrm.customer.matching;

import java.util.Arrays;

/** The pairs of people who share a key, each pair once. A block beyond the cap tells nobody apart and is left out. */
final class Blocks {
    private final PersonTable people;
    private final int cap;
    private long candidates;
    private long leftOut;

    /** Makes the blocks; the keys of those that are too large are cleared in the table. */
    Blocks(PersonTable people, int cap) {
        this.people = people;
        this.cap = cap;
        for (int key = 0; key < BlockingKeys.COUNT; key++) {
            leaveOutLarge(people.keys(key));
        }
    }

    @FunctionalInterface
    interface Visitor {
        /** @return whether to go on */
        boolean visit(int one, int other);
    }

    /** An upper bound of the number of pairs: one that shares two keys counts twice. */
    long candidates() {
        return candidates;
    }

    /** Blocks that were too large. */
    long leftOut() {
        return leftOut;
    }

    /** Visits every pair, always in the same order. */
    void visit(Visitor visitor) {
        for (int key = 0; key < BlockingKeys.COUNT; key++) {
            long[] sorted = sorted(people.keys(key));
            int from = 0;
            while (from < sorted.length) {
                int to = end(sorted, from);
                if (!visit(key, sorted, from, to, visitor)) {
                    return;
                }
                from = to;
            }
        }
    }

    private boolean visit(int key, long[] sorted, int from, int to, Visitor visitor) {
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < to; j++) {
                int one = (int) sorted[i];
                int other = (int) sorted[j];
                if (!metBefore(key, one, other) && !visitor.visit(one, other)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean metBefore(int key, int one, int other) {
        for (int before = 0; before < key; before++) {
            int[] keys = people.keys(before);
            if (keys[one] != 0 && keys[one] == keys[other]) {
                return true;
            }
        }
        return false;
    }

    private void leaveOutLarge(int[] keys) {
        long[] sorted = sorted(keys);
        int from = 0;
        while (from < sorted.length) {
            int to = end(sorted, from);
            long size = (long) to - from;
            if (size > cap) {
                leftOut++;
                for (int i = from; i < to; i++) {
                    keys[(int) sorted[i]] = 0;
                }
            } else {
                candidates += size * (size - 1) / 2;
            }
            from = to;
        }
    }

    private static int end(long[] sorted, int from) {
        long key = sorted[from] >> 32;
        int to = from + 1;
        while (to < sorted.length && sorted[to] >> 32 == key) {
            to++;
        }
        return to;
    }

    private long[] sorted(int[] keys) {
        long[] sorted = new long[people.size()];
        int count = 0;
        for (int person = 0; person < sorted.length; person++) {
            if (keys[person] != 0) {
                sorted[count++] = (long) keys[person] << 32 | person;
            }
        }
        long[] present = count == sorted.length ? sorted : Arrays.copyOf(sorted, count);
        Arrays.sort(present);
        return present;
    }
}
