package io.smartcrm.customer.segmentlanguage;

import io.smartcrm.customer.segmentlanguage.Clause.Comparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds out what the names of a segment mean, and collects everything that does not fit. */
final class Checker {
    private static final int MAX_NAME = 200;

    private final Vocabulary vocabulary;
    private final List<Problem> problems = new ArrayList<>();

    Checker(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Empty, and a problem more, when it means nothing. */
    Optional<CheckedClause> check(Clause clause) {
        Optional<Term> term = Term.of(clause.name());
        if (term.isEmpty()) {
            unknownTerm(clause);
            return Optional.empty();
        }
        int before = problems.size();
        var checked = new Arguments(clause, term.get()).check();
        checkName(clause, term.get(), checked.name);
        ValueType type = term.get() == Term.ATTRIBUTE
                ? vocabulary.attributes().get(checked.name)
                : term.get().type();
        if (type == null) {
            return Optional.empty();
        }
        Comparison comparison = clause.comparison().orElseGet(() -> bare(clause, type));
        List<Value> values = values(clause, comparison, type);
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new CheckedClause(
                        clause,
                        term.get(),
                        checked.name,
                        type,
                        checked.last,
                        checked.filters,
                        comparison.operator(),
                        values));
    }

    private void unknownTerm(Clause clause) {
        var labels = Arrays.stream(Term.values()).map(Term::label).toList();
        String near = NearName.of(clause.name(), labels);
        if (near.isEmpty() && vocabulary.attributes().containsKey(clause.name())) {
            near = "attribute." + clause.name();
        }
        if (near.isEmpty()) {
            String family = clause.name().split("\\.", 2)[0] + ".";
            near = String.join(
                    " or ",
                    labels.stream().filter(label -> label.startsWith(family)).toList());
        }
        report(clause.position(), "there is no term '" + clause.name() + "'", near);
    }

    private void checkName(Clause clause, Term term, String name) {
        var attributes = vocabulary.attributes().keySet();
        if (term == Term.ATTRIBUTE && !name.isEmpty() && !attributes.contains(name)) {
            String near = NearName.of(name, new TreeSet<>(attributes));
            report(
                    clause.position(),
                    "no attribute '" + name + "' is defined",
                    near.isEmpty() ? "" : "attribute." + near);
        }
        checkPurpose(clause, term, name);
    }

    private void checkPurpose(Clause clause, Term term, String name) {
        var purposes = vocabulary.purposes();
        if (term == Term.CONSENT && !name.isEmpty() && !purposes.isEmpty() && !purposes.contains(name)) {
            String near = NearName.of(name, new TreeSet<>(purposes));
            report(
                    clause.position(),
                    "no purpose '" + name + "' is registered",
                    near.isEmpty() ? "" : "consent." + near);
        }
    }

    private Comparison bare(Clause clause, ValueType type) {
        if (type != ValueType.TRUTH) {
            report(
                    clause.position(),
                    clause.term() + " is " + type.shown() + ", so it must be compared: " + clause.term() + " "
                            + (type.operators().contains(Operator.MORE) ? ">" : "=") + " " + type.literal(),
                    "");
        }
        return new Comparison(Operator.EQUAL, List.of(new Literal.Truth(true)), clause.position());
    }

    private List<Value> values(Clause clause, Comparison comparison, ValueType type) {
        if (clause.comparison().isEmpty() && type != ValueType.TRUTH) {
            return List.of();
        }
        Operator operator = comparison.operator();
        if (!type.operators().contains(operator)) {
            report(
                    comparison.position(),
                    "'" + operator.text() + "' cannot be asked of " + clause.term() + ", which is " + type.shown(),
                    "");
            return List.of();
        }
        List<Value> values = new ArrayList<>();
        for (Literal literal : comparison.values()) {
            Value.of(literal, type)
                    .ifPresentOrElse(values::add, () -> wrongType(clause, comparison.position(), literal, type));
        }
        checkCurrencies(comparison, values);
        return values;
    }

    private void wrongType(Clause clause, Position position, Literal found, ValueType type) {
        String near = "";
        if (type == ValueType.NUMBER
                && found instanceof Literal.Text text
                && text.value().matches("-?\\d+(\\.\\d+)?")) {
            near = text.value();
        }
        if (type == ValueType.TEXT && !(found instanceof Literal.Text)) {
            near = Literal.Text.quoted(found.toString());
        }
        if (type == ValueType.AMOUNT && found instanceof Literal.Numeral number) {
            near = number + " EUR";
        }
        report(
                position,
                clause.term() + " is " + type.shown() + ": expected " + type.literal() + ", found " + found,
                near);
    }

    /** Amounts of several currencies are not one number. */
    private void checkCurrencies(Comparison comparison, List<Value> values) {
        long currencies = values.stream()
                .filter(Value.OfAmount.class::isInstance)
                .map(value -> ((Value.OfAmount) value).currency())
                .distinct()
                .count();
        if (currencies > 1) {
            report(comparison.position(), "one comparison is of one currency", "");
        }
    }

    private void report(Position position, String message, String suggestion) {
        problems.add(new Problem(position, message, suggestion));
    }

    /** The arguments of one clause. */
    private final class Arguments {
        private final Clause clause;
        private final Term term;
        private final Map<Filter, Value> filters = new EnumMap<>(Filter.class);
        private String name = "";
        private Optional<Span> last = Optional.empty();

        private Arguments(Clause clause, Term term) {
            this.clause = clause;
            this.term = term;
        }

        private Arguments check() {
            clause.arguments().forEach(this::check);
            if (term.named() && name.isEmpty()) {
                report(
                        clause.position(),
                        term.label() + " needs a name",
                        term == Term.TAG ? "tag('vip')" : term.label() + ".name");
            }
            return this;
        }

        private void check(Argument argument) {
            if (argument instanceof Argument.Last window) {
                checkLast(window);
            } else if (argument instanceof Argument.Named named) {
                checkNamed(named);
            } else if (argument instanceof Argument.Plain plain) {
                checkPlain(plain);
            }
        }

        private void checkLast(Argument.Last window) {
            if (!term.windowed()) {
                report(window.position(), term.label() + " has no window of time", "");
            } else if (last.isPresent()) {
                report(window.position(), "'last' is given twice", "");
            }
            last = Optional.of(window.span());
        }

        private void checkPlain(Argument.Plain plain) {
            if (!term.named() || !name.isEmpty()) {
                report(plain.position(), "expected " + expected() + ", found " + plain.value(), "");
            } else if (plain.value() instanceof Literal.Text text
                    && !text.value().isBlank()
                    && text.value().length() <= MAX_NAME) {
                name = text.value();
            } else {
                report(plain.position(), "expected a name in single quotes, found " + plain.value(), "");
            }
        }

        private void checkNamed(Argument.Named named) {
            Optional<Filter> known = Filter.of(named.name()).filter(term::takes);
            if (known.isEmpty()) {
                report(
                        named.position(),
                        term.label() + " takes no '" + named.name() + "'; it takes " + expected(),
                        NearName.of(named.name(), takable()));
                return;
            }
            Filter filter = known.get();
            ValueType type = filter.isTime() ? ValueType.TIME : ValueType.TEXT;
            Optional<Value> value = Value.of(named.value(), type);
            if (value.isEmpty()) {
                report(
                        named.position(),
                        "'" + filter.label() + "' expects " + type.literal() + ", found " + named.value(),
                        "");
            } else if (!filter.allowed().isEmpty()
                    && value.get() instanceof Value.OfText text
                    && !filter.allowed().contains(text.text())) {
                String near = NearName.of(text.text(), filter.allowed());
                report(
                        named.position(),
                        "'" + filter.label() + "' is one of " + filter.allowed() + ", found " + named.value(),
                        near.isEmpty() ? "" : filter.label() + " " + Literal.Text.quoted(near));
            } else if (filters.put(filter, value.get()) != null) {
                report(named.position(), "'" + filter.label() + "' is given twice", "");
            }
        }

        private String expected() {
            String named = String.join(", ", takable());
            String window = term.windowed() ? "'last 90 days'" + (named.isEmpty() ? "" : ", ") : "";
            return window.isEmpty() && named.isEmpty() ? "no argument" : window + named;
        }

        private Collection<String> takable() {
            return Arrays.stream(Filter.values())
                    .filter(term::takes)
                    .map(Filter::label)
                    .toList();
        }
    }
}
