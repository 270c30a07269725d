package io.smartcrm.forecast.series;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads series; each query follows a primary key or reads one row a day of the shop's life. */
@ApplicationScoped
class SeriesStore implements PanacheRepositoryBase<SeriesStateRow, Short> {
    private static final String LAST_DAY = """
            select (max(day) - date '1970-01-01')::int8 from total_demand where sold > 0 and day <= ?1""";

    private static final String BY_WEEK = """
            select ((day - ?1) / 7)::int4 as week, sum(sold)::float8
            from %s
            where day >= ?1 and day < ?2 %s
            group by 1""";
    private static final String OF_ALL = BY_WEEK.formatted("total_demand", "");
    private static final String OF_PRODUCT = BY_WEEK.formatted("product_demand", "and product_id = ?3");
    private static final String OF_CATEGORY = BY_WEEK.formatted("category_demand", "and category = ?3");

    /** Events up to here are counted. */
    Uni<Optional<Instant>> eventTime() {
        return findById(SeriesStateRow.ONLY).map(row -> Optional.ofNullable(row.eventTime));
    }

    /** The last day anything was sold, days after {@code today} left out: a slip in a year must not stretch all series. */
    Uni<Optional<LocalDate>> lastDay(LocalDate today) {
        return getSession()
                .chain(session -> session.createNativeQuery(LAST_DAY, Long.class)
                        .setParameter(1, today)
                        .getSingleResultOrNull())
                .map(day -> Optional.ofNullable(day).map(LocalDate::ofEpochDay));
    }

    /** Pieces sold by week, counted from the week of {@code from} (a Monday), before {@code end}; weeks without any are absent. */
    Uni<Map<Integer, Double>> soldByWeek(DemandScope scope, LocalDate from, LocalDate end) {
        return getSession()
                .chain(session -> query(session, scope)
                        .setParameter(1, from)
                        .setParameter(2, end)
                        .getResultList())
                .map(SeriesStore::byWeek);
    }

    private static Mutiny.SelectionQuery<Object[]> query(Mutiny.Session session, DemandScope scope) {
        if (scope instanceof DemandScope.Product product) {
            return session.createNativeQuery(OF_PRODUCT, Object[].class).setParameter(3, product.id());
        }
        if (scope instanceof DemandScope.Category category) {
            return session.createNativeQuery(OF_CATEGORY, Object[].class).setParameter(3, category.name());
        }
        return session.createNativeQuery(OF_ALL, Object[].class);
    }

    private static Map<Integer, Double> byWeek(List<Object[]> rows) {
        return rows.stream().collect(Collectors.toMap(row -> (Integer) row[0], row -> (Double) row[1]));
    }
}
