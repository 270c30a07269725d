package io.smartcrm.recommend.basket;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Events;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What customers chose together, latest basket first; each item once a basket, the last chosen first. Immutable. */
public final class Baskets {
    private final int items;
    private final int[] starts;
    private final int[] item;
    private final long[] time;

    private Baskets(int items, int[] starts, int[] item, long[] time) {
        this.items = items;
        this.starts = starts;
        this.item = item;
        this.time = time;
    }

    /**
     * Choices of one customer with no more than {@code gap} between them are one basket.
     *
     * @param most baskets to keep, the latest ones; bounds the memory
     */
    public static Baskets of(Events events, Duration gap, int most) {
        requireNonNull(events, "events is null");
        int[] order = IntStream.range(0, events.size())
                .boxed()
                .sorted((one, other) -> {
                    int customers = Integer.compare(events.customer(one), events.customer(other));
                    return customers != 0 ? customers : Long.compare(events.time(one), events.time(other));
                })
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ends = ends(events, order, gap.toSeconds());
        int[] latestFirst = IntStream.range(0, ends.length)
                .boxed()
                .sorted((one, other) ->
                        Long.compare(events.time(order[ends[other] - 1]), events.time(order[ends[one] - 1])))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] starts = new int[latestFirst.length + 1];
        int[] item = new int[events.size()];
        long[] time = new long[latestFirst.length];
        for (int basket = 0; basket < latestFirst.length; basket++) {
            int number = latestFirst[basket];
            int from = number == 0 ? 0 : ends[number - 1];
            starts[basket + 1] = fill(events, order, from, ends[number], item, starts[basket]);
            time[basket] = events.time(order[ends[number] - 1]);
        }
        return new Baskets(events.items(), starts, Arrays.copyOf(item, starts[latestFirst.length]), time);
    }

    /**
     * Baskets as they were told, the latest first: basket b holds the entries of {@code item} from {@code starts[b]} up to
     * {@code starts[b + 1]}. The arrays are taken over.
     */
    public static Baskets of(int items, int[] starts, int[] item, long[] time) {
        if (starts.length != time.length + 1 || starts[time.length] != item.length) {
            throw new IllegalArgumentException("baskets do not fit together");
        }
        if (Arrays.stream(item).anyMatch(chosen -> chosen < 0 || chosen >= items)) {
            throw new IllegalArgumentException("a basket holds an unknown item");
        }
        return new Baskets(items, starts, item, time);
    }

    private static int[] ends(Events events, int[] order, long gap) {
        int[] ends = new int[order.length];
        int count = 0;
        for (int at = 1; at <= order.length; at++) {
            if (at == order.length
                    || events.customer(order[at]) != events.customer(order[at - 1])
                    || events.time(order[at]) - events.time(order[at - 1]) > gap) {
                ends[count++] = at;
            }
        }
        return Arrays.copyOf(ends, count);
    }

    private static int fill(Events events, int[] order, int from, int to, int[] item, int start) {
        int end = start;
        for (int at = to - 1; at >= from; at--) {
            int chosen = events.item(order[at]);
            boolean known = false;
            for (int before = start; before < end && !known; before++) {
                known = item[before] == chosen;
            }
            if (!known) {
                item[end++] = chosen;
            }
        }
        return end;
    }

    public int items() {
        return items;
    }

    public int size() {
        return time.length;
    }

    /** Items in all baskets. */
    public int entries() {
        return item.length;
    }

    /** Bytes of memory they hold. */
    public long bytes() {
        return 4L * (starts.length + item.length) + 8L * time.length;
    }

    public int start(int basket) {
        return starts[basket];
    }

    public int end(int basket) {
        return starts[basket + 1];
    }

    public int item(int entry) {
        return item[entry];
    }

    /** When the last item of a basket was chosen. */
    public long time(int basket) {
        return time[basket];
    }
}
