package io.smartcrm.recommend.collaborative;

/** Keeps the best of the items offered, at most a fixed number: a primitive heap with the worst kept item on top. */
final class BestItems {
    private final int[] items;
    private final float[] scores;
    private int size;

    BestItems(int capacity) {
        items = new int[capacity];
        scores = new float[capacity];
    }

    int size() {
        return size;
    }

    /** Equal scores prefer the lower item, so the outcome does not depend on the order of offers. */
    void offer(int item, float score) {
        if (size < items.length) {
            rise(size++, item, score);
            return;
        }
        if (size > 0 && isBetter(item, score, items[0], scores[0])) {
            sink(item, score);
        }
    }

    /** Empties the heap into arrays from a position on, best first. */
    void drain(int[] itemsOut, float[] scoresOut, int from) {
        while (size > 0) {
            int at = from + size - 1;
            itemsOut[at] = items[0];
            scoresOut[at] = scores[0];
            size--;
            sink(items[size], scores[size]);
        }
    }

    private void rise(int hole, int item, float score) {
        int at = hole;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!isBetter(items[parent], scores[parent], item, score)) {
                break;
            }
            put(at, items[parent], scores[parent]);
            at = parent;
        }
        put(at, item, score);
    }

    private void sink(int item, float score) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && isBetter(items[child], scores[child], items[child + 1], scores[child + 1])) {
                child++;
            }
            if (!isBetter(item, score, items[child], scores[child])) {
                break;
            }
            put(at, items[child], scores[child]);
            at = child;
        }
        put(at, item, score);
    }

    private void put(int at, int item, float score) {
        items[at] = item;
        scores[at] = score;
    }

    private static boolean isBetter(int item, float score, int otherItem, float otherScore) {
        return score > otherScore || (score == otherScore && item < otherItem);
    }
}
