package io.smartcrm.customer.supportcase;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How service went: how many cases had which value. */
final class CaseFigures {
    private final Map<Measure, TreeMap<Long, Long>> counts = new EnumMap<>(Measure.class);

    /** What is counted. */
    enum Measure {
        /** Minutes, to two digits. */
        FIRST_RESPONSE,
        /** Minutes, to two digits. */
        RESOLUTION,
        /** 1 to 5. */
        SATISFACTION
    }

    /** A value on the day it became known, UTC. */
    record Entry(LocalDate day, Measure measure, long value) {}

    /** What a change of a case does to the counts. */
    static Map<Entry, Long> change(Optional<SupportCase> before, SupportCase after) {
        Map<Entry, Long> changes = new HashMap<>();
        entries(after).values().forEach(entry -> changes.merge(entry, 1L, Long::sum));
        before.ifPresent(old -> entries(old).values().forEach(entry -> changes.merge(entry, -1L, Long::sum)));
        changes.values().removeIf(count -> count == 0);
        return changes;
    }

    /** What it does to the counts that a case was never there. */
    static Map<Entry, Long> removal(SupportCase gone) {
        Map<Entry, Long> changes = new HashMap<>();
        entries(gone).values().forEach(entry -> changes.merge(entry, -1L, Long::sum));
        return changes;
    }

    private static Map<Measure, Entry> entries(SupportCase found) {
        Map<Measure, Entry> entries = new EnumMap<>(Measure.class);
        found.firstResponseTime().ifPresent(time -> put(entries, Measure.FIRST_RESPONSE, time, minutes(found, time)));
        found.resolveTime().ifPresent(time -> {
            put(entries, Measure.RESOLUTION, time, minutes(found, time));
            if (found.parts().satisfaction() > 0) {
                put(entries, Measure.SATISFACTION, time, found.parts().satisfaction());
            }
        });
        return entries;
    }

    private static void put(Map<Measure, Entry> entries, Measure measure, Instant time, long value) {
        entries.put(measure, new Entry(time.atOffset(ZoneOffset.UTC).toLocalDate(), measure, value));
    }

    private static long minutes(SupportCase found, Instant time) {
        return twoDigits(Duration.between(found.openTime(), time).toMinutes());
    }

    static long twoDigits(long value) {
        long unit = 1;
        while (value / unit >= 100) {
            unit *= 10;
        }
        return value / unit * unit;
    }

    void add(Measure measure, long value, long count) {
        if (count > 0) {
            counts.computeIfAbsent(measure, any -> new TreeMap<>()).merge(value, count, Long::sum);
        }
    }

    long count(Measure measure) {
        return of(measure).values().stream().mapToLong(Long::longValue).sum();
    }

    /** The value in the middle, the lower of two; 0 when there is none. */
    long median(Measure measure) {
        long middle = (count(measure) + 1) / 2;
        for (Map.Entry<Long, Long> counted : of(measure).entrySet()) {
            middle -= counted.getValue();
            if (middle <= 0) {
                return counted.getKey();
            }
        }
        return 0;
    }

    /** 0 when there is none. */
    double mean(Measure measure) {
        long count = count(measure);
        long sum = of(measure).entrySet().stream()
                .mapToLong(counted -> counted.getKey() * counted.getValue())
                .sum();
        return count == 0 ? 0 : (double) sum / count;
    }

    private Map<Long, Long> of(Measure measure) {
        return counts.getOrDefault(measure, new TreeMap<>());
    }
}
