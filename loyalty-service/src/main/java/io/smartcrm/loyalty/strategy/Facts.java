package io.smartcrm.loyalty.strategy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What is known of one customer; a fact that is missing is not known. */
public record Facts(Map<Fact, Double> numbers, Map<Fact, String> names) {
    public Facts {
        numbers = Map.copyOf(numbers);
        names = Map.copyOf(names);
    }

    public Optional<Double> number(Fact fact) {
        return Optional.ofNullable(numbers.get(fact));
    }

    public Optional<String> name(Fact fact) {
        return Optional.ofNullable(names.get(fact));
    }

    /** With one more number. */
    public Facts with(Fact fact, double number) {
        var more = new EnumMap<Fact, Double>(Fact.class);
        more.putAll(numbers);
        more.put(fact, number);
        return new Facts(more, names);
    }
}
