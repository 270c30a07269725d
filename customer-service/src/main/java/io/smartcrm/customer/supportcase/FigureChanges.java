package io.smartcrm.customer.supportcase;

import io.smartcrm.customer.supportcase.CaseFigures.Entry;
import java.util.HashMap;
import java.util.Map;

/** What changes of several cases do to the counts, taken together. */
final class FigureChanges {
    private final Map<Entry, Long> changes = new HashMap<>();

    void add(Map<Entry, Long> more) {
        more.forEach((entry, count) -> changes.merge(entry, count, Long::sum));
    }

    Map<Entry, Long> sum() {
        changes.values().removeIf(count -> count == 0);
        return Map.copyOf(changes);
    }
}
