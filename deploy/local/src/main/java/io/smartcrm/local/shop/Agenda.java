package io.smartcrm.local.shop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is to happen on days to come; holds only what is not yet done. */
final class Agenda {
    private final int days;
    private final Map<Integer, List<Entry>> entries = new HashMap<>();

    Agenda(int days) {
        this.days = days;
    }

    /** Notes something for a second of a day; what lies after the last day will not happen. */
    void at(int day, int second, Runnable work) {
        if (day < days) {
            entries.computeIfAbsent(day, key -> new ArrayList<>()).add(new Entry(second, work));
        }
    }

    /** Does all that is noted for a day, in order of time. Work of a day may only note work for later days. */
    void run(int day) {
        List<Entry> today = entries.remove(day);
        if (today != null) {
            today.sort(Comparator.comparingInt(Entry::second));
            today.forEach(entry -> entry.work().run());
        }
    }

    private record Entry(int second, Runnable work) {}
}
