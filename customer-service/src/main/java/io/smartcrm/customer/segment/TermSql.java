package io.smartcrm.customer.segment;

import io.smartcrm.customer.segmentlanguage.CheckedClause;
import io.smartcrm.customer.segmentlanguage.Filter;
import io.smartcrm.customer.segmentlanguage.Term.Subject;
import io.smartcrm.customer.segmentlanguage.Value;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What a term is in the row of a customer {@code c} and the sums of facts joined to it; null when it is not known. */
final class TermSql {
    private static final String SALE = "o.kind = 'SALE' and o.state <> 'CANCELLED'";

    private final Instant now;
    private final Map<Subject, Facts> facts = new EnumMap<>(Subject.class);

    TermSql(Instant now) {
        this.now = now;
    }

    /** What the terms asked so far need. */
    Map<Subject, Facts> facts() {
        return facts;
    }

    Sql of(CheckedClause clause) {
        return switch (clause.term()) {
            case CUSTOMER_COUNTRY -> Sql.of("nullif(c.country, '')");
            case TEAM -> Sql.of("nullif(c.team, '')");
            case CREATED -> Sql.of("c.create_time");
            case DAYS_SINCE_CREATED -> daysSince(Sql.of("c.create_time"));
            case HAS_EMAIL -> Sql.of("coalesce(c.email <> '', false)");
            case HAS_PHONE -> Sql.of("coalesce(c.phone <> '', false)");
            case TAG -> Sql.of("(? = any (c.tags))", clause.name());
            case ATTRIBUTE -> attribute(clause);
            case ORDERS_COUNT -> count(clause, ofKind(clause));
            case ORDERS_SUM ->
                zero(aggregate("sum(o.total)", clause, ofKind(clause).then(inCurrency(clause))));
            case ORDERS_AVERAGE ->
                aggregate("avg(o.total)", clause, ofKind(clause).then(inCurrency(clause)));
            case ORDERS_FIRST -> aggregate("min(o.order_time)", clause, ofKind(clause));
            case ORDERS_LAST -> aggregate("max(o.order_time)", clause, ofKind(clause));
            case DAYS_SINCE_FIRST_ORDER -> daysSince(aggregate("min(o.order_time)", clause, ofKind(clause)));
            case DAYS_SINCE_LAST_ORDER -> daysSince(aggregate("max(o.order_time)", clause, ofKind(clause)));
            case REFUNDS_COUNT -> count(clause, Sql.of("o.kind = 'REFUND'"));
            case REFUNDS_SUM ->
                zero(aggregate(
                        "-sum(o.total)", clause, Sql.of("o.kind = 'REFUND'").then(inCurrency(clause))));
            case REFUNDS_RATE -> refundRate(clause);
            case PRODUCTS_BOUGHT -> truth(aggregate("bool_or(true)", clause, Sql.of(SALE)));
            case PRODUCTS_COUNT -> zero(aggregate("count(distinct p.id)", clause, Sql.of(SALE)));
            case PRODUCTS_QUANTITY -> zero(aggregate("sum(l.quantity)", clause, Sql.of(SALE)));
            case CASES_COUNT -> count(clause, Sql.NOTHING);
            case CASES_OPEN -> count(clause, Sql.of("s.status not in ('RESOLVED', 'CLOSED')"));
            case CASES_SATISFACTION -> aggregate("avg(s.satisfaction)", clause, Sql.NOTHING);
            case CASES_SENTIMENT -> aggregate("avg(t.score)", clause, Sql.NOTHING);
            case INTERACTIONS_COUNT -> count(clause, Sql.NOTHING);
            case INTERACTIONS_LAST -> aggregate("max(i.occur_time)", clause, Sql.NOTHING);
            case DAYS_SINCE_LAST_INTERACTION -> daysSince(aggregate("max(i.occur_time)", clause, Sql.NOTHING));
            case CONSENT -> consent(clause);
        };
    }

    private Facts facts(CheckedClause clause) {
        return facts.computeIfAbsent(clause.term().subject(), subject -> new Facts(subject, now));
    }

    private Sql aggregate(String function, CheckedClause clause, Sql condition) {
        Facts subject = facts(clause);
        return subject.column(Sql.of(function + " filter (where ")
                .then(subject.filter(clause, condition))
                .then(")"));
    }

    private Sql count(CheckedClause clause, Sql condition) {
        return zero(aggregate("count(*)", clause, condition));
    }

    private static Sql zero(Sql value) {
        return Sql.of("coalesce(").then(value).then(", 0)");
    }

    private static Sql truth(Sql value) {
        return Sql.of("coalesce(").then(value).then(", false)");
    }

    private Sql daysSince(Sql time) {
        return Sql.of("floor(extract(epoch from ?::timestamptz - ", now)
                .then(time)
                .then(") / 86400)");
    }

    private static Sql ofKind(CheckedClause clause) {
        return clause.text(Filter.KIND).map(kind -> Sql.of("o.kind = ?", kind)).orElse(Sql.of(SALE));
    }

    private static Sql inCurrency(CheckedClause clause) {
        String currency = ((Value.OfAmount) clause.values().get(0)).currency();
        return Sql.of(" and o.currency = ?", currency);
    }

    private Sql refundRate(CheckedClause clause) {
        Sql refunds = aggregate("count(*)", clause, Sql.of("o.kind = 'REFUND'"));
        Sql sales = aggregate("count(*)", clause, Sql.of(SALE));
        return zero(refunds.then("::numeric / nullif(").then(sales).then(", 0)"));
    }

    private static Sql attribute(CheckedClause clause) {
        String name = clause.name();
        return switch (clause.type()) {
            case TEXT -> Sql.of("(c.attributes ->> ?)", name);
            case NUMBER ->
                Sql.of(
                        "case when jsonb_typeof(c.attributes -> ?) = 'number' then (c.attributes ->> ?)::numeric end",
                        name,
                        name);
            case TRUTH ->
                Sql.of(
                        "case when jsonb_typeof(c.attributes -> ?) = 'boolean' then (c.attributes ->> ?)::boolean end",
                        name,
                        name);
            case TIME ->
                Sql.of(
                        "case when (c.attributes ->> ?) ~ '^\\d{4}-\\d{2}-\\d{2}$'"
                                + " then (c.attributes ->> ?)::timestamp at time zone 'UTC' end",
                        name, name);
            case AMOUNT -> throw new IllegalArgumentException("no attribute is an amount");
        };
    }

    /** Of a channel: its own word counts; without one, that for every channel. */
    private Sql consent(CheckedClause clause) {
        Facts subject = facts(clause);
        Sql granted = Sql.of(
                "n.purpose = ? and n.state = 'GRANTED' and n.effective_time <= ?"
                        + " and (n.expire_time is null or n.expire_time > ?)",
                clause.name(),
                now,
                now);
        if (clause.text(Filter.CHANNEL).isEmpty()) {
            return truth(subject.column(Sql.of("bool_or(").then(granted).then(")")));
        }
        String channel = clause.text(Filter.CHANNEL).get();
        Sql own = Sql.of("bool_or(")
                .then(granted)
                .then(") filter (where n.purpose = ? and n.channel = ?)", clause.name(), channel);
        Sql general = Sql.of("bool_or(").then(granted).then(") filter (where n.channel = 'any')");
        return Sql.of("coalesce(")
                .then(subject.column(own))
                .then(", ")
                .then(subject.column(general))
                .then(", false)");
    }
}
