package io.smartcrm.customer.segment;

import io.smartcrm.customer.segmentlanguage.CheckedClause;
import io.smartcrm.customer.segmentlanguage.Filter;
import io.smartcrm.customer.segmentlanguage.Term.Subject;
import io.smartcrm.customer.segmentlanguage.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the clauses of one subject need of its facts: read once for all of them, one row a customer, each clause with a
 * filter of its own.
 */
final class Facts {
    private final FactTable table;
    private final Instant now;
    private final Map<Sql, String> columns = new LinkedHashMap<>();
    private final List<Sql> wanted = new ArrayList<>();
    private Optional<Instant> earliest = Optional.of(Instant.MAX);

    Facts(Subject subject, Instant now) {
        this.table = FactTable.of(subject);
        this.now = now;
    }

    /** Adds an aggregate; the same one twice is read once. */
    Sql column(Sql aggregate) {
        String column = columns.computeIfAbsent(aggregate, added -> "a" + columns.size());
        return Sql.of(table.alias() + "." + column);
    }

    /** Which facts a clause counts. */
    Sql filter(CheckedClause clause, Sql more) {
        List<Sql> conditions = new ArrayList<>();
        if (!more.text().isEmpty()) {
            conditions.add(more);
        }
        clause.last()
                .map(span -> span.before(now))
                .ifPresent(start ->
                        conditions.add(Sql.of(table.time() + " > ? and " + table.time() + " <= ?", start, now)));
        clause.time(Filter.SINCE).ifPresent(since -> conditions.add(Sql.of(table.time() + " >= ?", since.start())));
        clause.time(Filter.BEFORE).ifPresent(before -> conditions.add(Sql.of(table.time() + " < ?", before.start())));
        for (Filter filter : Filter.values()) {
            if (!filter.isTime() && filter != Filter.KIND) {
                clause.text(filter).ifPresent(text -> conditions.add(condition(filter, text)));
            }
        }
        note(clause);
        Sql all = conditions.isEmpty() ? Sql.of("true") : Sql.join(" and ", conditions);
        wanted.add(all);
        return all;
    }

    private void note(CheckedClause clause) {
        Optional<Instant> start = clause.last()
                .map(span -> span.before(now))
                .or(() -> clause.time(Filter.SINCE).map(Value.OfTime::start));
        earliest = earliest.isPresent() && start.isPresent()
                ? Optional.of(earliest.get().isBefore(start.get()) ? earliest.get() : start.get())
                : Optional.empty();
    }

    private Sql condition(Filter filter, String text) {
        return switch (filter) {
            case CHANNEL -> Sql.of(table.fact() + ".channel = ?", text);
            case COUNTRY -> Sql.of(table.fact() + ".country = ?", text);
            case CATEGORY -> {
                List<String> path = List.of(text.split("/"));
                yield Sql.of("p.category_path[1:?] = ?::text[]", path.size(), new Sql.Texts(path));
            }
            case BRAND -> Sql.of("p.brand = ?", text);
            case PRODUCT -> Sql.of("p.code = ?", text);
            case STATUS -> Sql.of("s.status = ?", text);
            case PRIORITY -> Sql.of("s.priority = ?", text);
            case TYPE -> Sql.of("i.type = ?", text);
            case DIRECTION -> Sql.of("i.direction = ?", text);
            case KIND, SINCE, BEFORE -> throw new IllegalArgumentException(filter + " is no condition by itself");
        };
    }

    /** @param among the customers to read the facts of; nothing means all */
    Sql join(Optional<Sql.Ids> among) {
        List<Sql> selected = new ArrayList<>();
        columns.forEach((aggregate, column) -> selected.add(aggregate.then(" as " + column)));
        Sql read = Sql.of(" left join (select " + table.fact() + ".customer_id, ")
                .then(Sql.join(", ", selected))
                .then(" from " + table.from() + " where " + table.fact() + ".customer_id is not null");
        if (among.isPresent()) {
            read = read.then(" and " + table.fact() + ".customer_id = any (?)", among.get());
        }
        if (earliest.isPresent() && earliest.get().isBefore(Instant.MAX)) {
            read = read.then(" and " + table.time() + " >= ?", earliest.get());
        }
        if (table == FactTable.PRODUCTS) {
            read = read.then(" and (").then(Sql.join(" or ", wanted)).then(")");
        }
        return read.then(" group by " + table.fact() + ".customer_id) " + table.alias() + " on " + table.alias()
                + ".customer_id = c.id");
    }
}
