package io.smartcrm.customer.segmentlanguage;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What must be true of a customer: clauses and how they are joined. */
public sealed interface Condition<C> {
    /** @param parts two or more */
    record All<C>(List<Condition<C>> parts) implements Condition<C> {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** @param parts two or more, one of which is enough */
    record Any<C>(List<Condition<C>> parts) implements Condition<C> {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not<C>(Condition<C> part) implements Condition<C> {
        public Not {
            requireNonNull(part, "part is null");
        }
    }

    record One<C>(C clause) implements Condition<C> {
        public One {
            requireNonNull(clause, "clause is null");
        }
    }

    /** The same condition over other clauses, changed from left to right. */
    default <D> Condition<D> map(Function<? super C, ? extends D> change) {
        if (this instanceof All<C> all) {
            return new All<>(mapAll(all.parts, change));
        }
        if (this instanceof Any<C> any) {
            return new Any<>(mapAll(any.parts, change));
        }
        if (this instanceof Not<C> not) {
            return new Not<>(not.part.map(change));
        }
        return new One<>(change.apply(((One<C>) this).clause));
    }

    /** From left to right. */
    default List<C> clauses() {
        List<C> clauses = new ArrayList<>();
        Condition<Boolean> visited = map(clauses::add);
        requireNonNull(visited, "a condition is never null");
        return clauses;
    }

    private static <C, D> List<Condition<D>> mapAll(List<Condition<C>> parts, Function<? super C, ? extends D> change) {
        List<Condition<D>> mapped = new ArrayList<>();
        parts.forEach(part -> mapped.add(part.map(change)));
        return mapped;
    }
}
