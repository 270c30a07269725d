package io.smartcrm.customer.segmentlanguage;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A term and what it is compared with, as it is written; without a comparison it is true or false by itself.
 *
 * @param name with its dots
 */
public record Clause(String name, List<Argument> arguments, Position position, Optional<Comparison> comparison) {
    /** The member of these is an argument: {@code attribute.size} is {@code attribute('size')}. */
    static final Set<String> FAMILIES = Set.of("attribute", "consent");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");

    public Clause {
        requireNonNull(name, "name is null");
        arguments = List.copyOf(arguments);
        requireNonNull(position, "position is null");
        requireNonNull(comparison, "comparison is null");
    }

    /** @param values as many as the operator takes */
    public record Comparison(Operator operator, List<Literal> values, Position position) {
        public Comparison {
            requireNonNull(operator, "operator is null");
            values = List.copyOf(values);
            requireNonNull(position, "position is null");
        }

        @Override
        public String toString() {
            return switch (operator) {
                case KNOWN, UNKNOWN -> operator.text();
                case IN, NOT_IN -> operator.text() + " (" + joined(", ") + ")";
                case BETWEEN -> "between " + joined(" and ");
                case EQUAL, UNEQUAL, LESS, AT_MOST, MORE, AT_LEAST, STARTS_WITH ->
                    operator.text() + " " + values.get(0);
            };
        }

        private String joined(String separator) {
            return values.stream().map(Literal::toString).collect(joining(separator));
        }
    }

    /** The term alone, as the language would write it. */
    public String term() {
        List<Argument> shown = arguments;
        var text = new StringBuilder(name);
        if (FAMILIES.contains(name)
                && !shown.isEmpty()
                && shown.get(0) instanceof Argument.Plain member
                && member.value() instanceof Literal.Text text1
                && NAME.matcher(text1.value()).matches()) {
            text.append('.').append(text1.value());
            shown = shown.subList(1, shown.size());
        }
        if (!shown.isEmpty()) {
            text.append(shown.stream().map(Argument::toString).collect(joining(", ", "(", ")")));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return term() + comparison.map(found -> " " + found).orElse("");
    }
}
