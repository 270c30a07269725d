package io.smartcrm.customer.matching;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Puts people together who are one, never more than a cap: chains in which each link is likely end in strangers. Nor
 * are two put together of whom somebody said that they are two.
 */
final class Clusters {
    private final int[] parent;
    private final int[] next;
    private final int[] size;
    private final int cap;
    private final Set<Long> apart;

    /** @param apart pairs as {@link #name} says them */
    Clusters(int people, int cap, Set<Long> apart) {
        this.parent = new int[people];
        this.next = new int[people];
        this.size = new int[people];
        this.cap = cap;
        this.apart = new HashSet<>(apart);
        Arrays.setAll(parent, person -> person);
        Arrays.setAll(next, person -> person);
        Arrays.fill(size, 1);
    }

    static long name(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    /** Puts the two together with all who are with them, unless that is refused. */
    void join(int one, int other) {
        int left = of(one);
        int right = of(other);
        if (left == right || size[left] + size[right] > cap || anyApart(left, right)) {
            return;
        }
        int root = Math.min(left, right);
        int joined = Math.max(left, right);
        parent[joined] = root;
        size[root] += size[joined];
        int after = next[root];
        next[root] = next[joined];
        next[joined] = after;
    }

    /** The smallest number of those together with the person. */
    int of(int person) {
        int root = person;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private boolean anyApart(int left, int right) {
        if (apart.isEmpty()) {
            return false;
        }
        int one = left;
        do {
            int other = right;
            do {
                if (apart.contains(name(one, other))) {
                    return true;
                }
                other = next[other];
            } while (other != right);
            one = next[one];
        } while (one != left);
        return false;
    }
}
