package io.smartcrm.customer.segmentlanguage;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A clause whose names exist and whose types fit.
 *
 * @param source as it is written
 * @param name the first argument of a term that takes one, else empty
 * @param type of the term's value
 * @param last counts only what is younger
 * @param values of the type; as many as the operator takes
 */
public record CheckedClause(
        Clause source,
        Term term,
        String name,
        ValueType type,
        Optional<Span> last,
        Map<Filter, Value> filters,
        Operator operator,
        List<Value> values) {
    public CheckedClause {
        requireNonNull(source, "source is null");
        requireNonNull(term, "term is null");
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(last, "last is null");
        filters = Map.copyOf(filters);
        requireNonNull(operator, "operator is null");
        values = List.copyOf(values);
    }

    /** Whether it can become true or false by time alone. */
    public boolean changesByTime() {
        return last.isPresent() || term.countsDays() || term == Term.CONSENT;
    }

    /** The text of a filter, if it is given. */
    public Optional<String> text(Filter filter) {
        return Optional.ofNullable(filters.get(filter)).map(value -> ((Value.OfText) value).text());
    }

    /** The time of a filter, if it is given. */
    public Optional<Value.OfTime> time(Filter filter) {
        return Optional.ofNullable(filters.get(filter)).map(value -> (Value.OfTime) value);
    }
}
