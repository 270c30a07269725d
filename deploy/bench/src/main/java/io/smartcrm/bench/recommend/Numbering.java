package io.smartcrm.bench.recommend;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Numbers texts from zero in the order of their first appearance. */
final class Numbering {
    private final Map<String, Integer> numbers = new HashMap<>();

    int of(String text) {
        Integer next = numbers.size();
        Integer known = numbers.putIfAbsent(text, next);
        return known == null ? next : known;
    }

    /** The number of a text seen before. */
    Optional<Integer> known(String text) {
        return Optional.ofNullable(numbers.get(text));
    }

    int size() {
        return numbers.size();
    }
}
