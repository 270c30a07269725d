package io.smartcrm.customer.segment;

import io.smartcrm.customer.segmentlanguage.CheckedClause;
import io.smartcrm.customer.segmentlanguage.CheckedSegment;
import io.smartcrm.customer.segmentlanguage.Condition;
import io.smartcrm.customer.segmentlanguage.Operator;
import io.smartcrm.customer.segmentlanguage.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A segment as statements with bound parameters. What is not known is neither equal nor unequal to anything: a clause
 * over it is false, and {@code not} of it true.
 */
final class SegmentSql {
    private final Sql from;
    private final Sql condition;
    private final List<Sql> truths = new ArrayList<>();
    private final List<Sql> values = new ArrayList<>();

    /** @param among the customers to look at; nothing means all */
    SegmentSql(CheckedSegment segment, Instant now, Optional<Sql.Ids> among) {
        var terms = new TermSql(now);
        this.condition = sql(segment.condition().map(clause -> truth(clause, terms)));
        List<Sql> joins = new ArrayList<>();
        joins.add(Sql.of(" from customer c"));
        terms.facts().values().forEach(facts -> joins.add(facts.join(among)));
        joins.add(Sql.of(" where c.merged_into is null"));
        among.ifPresent(ids -> joins.add(Sql.of(" and c.id = any (?)", ids)));
        this.from = Sql.join("", joins);
    }

    /** The ids of those who fulfil it, as {@code id}. */
    Sql members() {
        return Sql.of("select c.id").then(from).then(" and ").then(condition);
    }

    Sql count() {
        return Sql.of("select count(*)").then(from).then(" and ").then(condition);
    }

    /** A row with the whole truth and then of each clause its truth and its value as text. */
    Sql explanation() {
        List<Sql> columns = new ArrayList<>();
        columns.add(condition);
        for (int i = 0; i < truths.size(); i++) {
            columns.add(truths.get(i));
            columns.add(Sql.of("(").then(values.get(i)).then(")::text"));
        }
        return Sql.of("select ").then(Sql.join(", ", columns)).then(from);
    }

    private static Sql sql(Condition<Sql> condition) {
        if (condition instanceof Condition.All<Sql> all) {
            return joined(" and ", all.parts());
        }
        if (condition instanceof Condition.Any<Sql> any) {
            return joined(" or ", any.parts());
        }
        if (condition instanceof Condition.Not<Sql> not) {
            return Sql.of("not ").then(sql(not.part()));
        }
        return ((Condition.One<Sql>) condition).clause();
    }

    private static Sql joined(String word, List<Condition<Sql>> parts) {
        return Sql.of("(")
                .then(Sql.join(word, parts.stream().map(SegmentSql::sql).toList()))
                .then(")");
    }

    private Sql truth(CheckedClause clause, TermSql terms) {
        Sql value = terms.of(clause);
        Sql truth = Sql.of("coalesce(").then(comparison(clause, value)).then(", false)");
        values.add(value);
        truths.add(truth);
        return truth;
    }

    private static Sql comparison(CheckedClause clause, Sql value) {
        List<Value> compared = clause.values();
        return switch (clause.operator()) {
            case EQUAL, UNEQUAL, LESS, AT_MOST, MORE, AT_LEAST -> compare(value, clause.operator(), compared.get(0));
            case IN -> anyOf(value, compared);
            case NOT_IN -> Sql.of("not ").then(anyOf(value, compared));
            case BETWEEN ->
                Sql.all(
                        compare(value, Operator.AT_LEAST, compared.get(0)),
                        compare(value, Operator.AT_MOST, compared.get(1)));
            case STARTS_WITH -> Sql.of("starts_with(").then(value).then(", ?)", plain(compared.get(0)));
            case KNOWN -> value.then(" is not null");
            case UNKNOWN -> value.then(" is null");
        };
    }

    private static Sql anyOf(Sql value, List<Value> compared) {
        return value.then(" in (")
                .then(Sql.join(
                        ", ",
                        compared.stream().map(one -> Sql.of("?", plain(one))).toList()))
                .then(")");
    }

    private static Sql compare(Sql value, Operator operator, Value compared) {
        if (compared instanceof Value.OfTime time) {
            return switch (operator) {
                case EQUAL ->
                    Sql.of("(")
                            .then(value)
                            .then(" >= ? and ", time.start())
                            .then(value)
                            .then(" < ?)", time.end());
                case UNEQUAL ->
                    Sql.of("(")
                            .then(value)
                            .then(" < ? or ", time.start())
                            .then(value)
                            .then(" >= ?)", time.end());
                case LESS -> value.then(" < ?", time.start());
                case AT_MOST -> value.then(" < ?", time.end());
                case MORE -> value.then(" >= ?", time.end());
                case AT_LEAST -> value.then(" >= ?", time.start());
                case IN, NOT_IN, BETWEEN, STARTS_WITH, KNOWN, UNKNOWN ->
                    throw new IllegalArgumentException(operator + " compares with no single time");
            };
        }
        String sign = operator == Operator.UNEQUAL ? "<>" : operator.text();
        return value.then(" " + sign + " ?", plain(compared));
    }

    private static Object plain(Value value) {
        if (value instanceof Value.OfText text) {
            return text.text();
        }
        if (value instanceof Value.OfNumber number) {
            return number.number();
        }
        if (value instanceof Value.OfAmount amount) {
            return amount.number();
        }
        if (value instanceof Value.OfTruth truth) {
            return truth.truth();
        }
        throw new IllegalArgumentException("a time is a range");
    }
}
