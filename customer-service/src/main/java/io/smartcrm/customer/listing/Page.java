package io.smartcrm.customer.listing;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param more whether rows follow the last item
 */
public record Page<T>(List<T> items, boolean more) {
    public Page {
        items = List.copyOf(items);
        if (more && items.isEmpty()) {
            throw new IllegalArgumentException("an empty page has nothing after it");
        }
    }

    /** Makes a page of what was found when one row more than its size was asked for. */
    public static <T> Page<T> of(List<T> found, int size) {
        return found.size() > size ? new Page<>(found.subList(0, size), true) : new Page<>(found, false);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), more);
    }

    /** The token of the last item if something follows it, else nothing. */
    public String nextToken(Function<? super T, String> token) {
        return more ? token.apply(items.get(items.size() - 1)) : "";
    }
}
