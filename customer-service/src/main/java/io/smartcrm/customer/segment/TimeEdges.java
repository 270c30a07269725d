package io.smartcrm.customer.segment;

import io.smartcrm.customer.segmentlanguage.CheckedClause;
import io.smartcrm.customer.segmentlanguage.CheckedSegment;
import io.smartcrm.customer.segmentlanguage.Span;
import io.smartcrm.customer.segmentlanguage.Term;
import io.smartcrm.customer.segmentlanguage.Term.Subject;
import io.smartcrm.customer.segmentlanguage.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose membership time alone may have changed: a fact that was within the last 90 days a moment ago, and no longer is,
 * lies between two moments that are both 90 days ago.
 */
final class TimeEdges {
    private static final int MOST_DAYS = 36_000;

    private TimeEdges() {}

    /** Ids of customers, as {@code customer_id}, that must be looked at again when time passed; maybe more than needed. */
    static Sql between(CheckedSegment segment, Instant before, Instant now) {
        Set<Sql> edges = new LinkedHashSet<>();
        for (CheckedClause clause : segment.clauses()) {
            edges.addAll(edges(clause, before, now));
        }
        return Sql.join(" union ", new ArrayList<>(edges));
    }

    private static List<Sql> edges(CheckedClause clause, Instant before, Instant now) {
        List<Sql> edges = new ArrayList<>();
        if (clause.term() == Term.CONSENT) {
            edges.add(edge("select customer_id from consent where expire_time", before, now));
            edges.add(edge("select customer_id from consent where effective_time", before, now));
        }
        clause.last().ifPresent(span -> {
            edges.add(edge(clause.term().subject(), span.before(before), span.before(now)));
            edges.add(edge(clause.term().subject(), before, now));
        });
        if (clause.term().countsDays()) {
            for (Value value : clause.values()) {
                int days = ((Value.OfNumber) value)
                        .number()
                        .setScale(0, RoundingMode.FLOOR)
                        .max(BigDecimal.ZERO)
                        .min(BigDecimal.valueOf(MOST_DAYS))
                        .intValue();
                edges.add(ageing(clause.term().subject(), days, before, now));
                edges.add(ageing(clause.term().subject(), days + 1, before, now));
            }
        }
        return edges;
    }

    private static Sql ageing(Subject subject, int days, Instant before, Instant now) {
        if (days == 0) {
            return edge(subject, before, now);
        }
        var span = new Span(days, Span.Unit.DAY);
        return edge(subject, span.before(before), span.before(now));
    }

    private static Sql edge(Subject subject, Instant after, Instant until) {
        if (subject == Subject.PROFILE) {
            return edge("select id as customer_id from customer where create_time", after, until);
        }
        FactTable table = FactTable.of(subject);
        return edge(
                "select " + table.fact() + ".customer_id from " + table.tables().get(0) + " " + table.fact() + " where "
                        + table.fact() + ".customer_id is not null and " + table.time(),
                after,
                until);
    }

    private static Sql edge(String timed, Instant after, Instant until) {
        String time = timed.substring(timed.lastIndexOf(' ') + 1);
        return Sql.of(timed + " > ? and " + time + " <= ?", after, until);
    }
}
