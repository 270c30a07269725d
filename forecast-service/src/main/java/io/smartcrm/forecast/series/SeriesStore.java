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

    private static final String BY_STEP = """
            select %s as step, sum(sold)::float8
            from %s
            where day >= ?1 and day < ?2 %s
            group by 1""";

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

    /** Pieces sold by step, counted from the step of {@code from}, before {@code end}; steps without any are absent. */
    Uni<Map<Integer, Double>> sold(DemandScope scope, DemandStep step, LocalDate from, LocalDate end) {
        return getSession()
                .chain(session -> query(session, scope, step)
                        .setParameter(1, from)
                        .setParameter(2, end)
                        .getResultList())
                .map(SeriesStore::byStep);
    }

    private static Mutiny.SelectionQuery<Object[]> query(Mutiny.Session session, DemandScope scope, DemandStep step) {
        if (scope instanceof DemandScope.Product product) {
            return of(session, step, "product_demand", "and product_id = ?3").setParameter(3, product.id());
        }
        if (scope instanceof DemandScope.Category category) {
            return of(session, step, "category_demand", "and category = ?3").setParameter(3, category.name());
        }
        if (scope instanceof DemandScope.Country country) {
            return of(session, step, "group_demand", "and kind = 'COUNTRY' and name = ?3")
                    .setParameter(3, country.name());
        }
        if (scope instanceof DemandScope.Channel channel) {
            return of(session, step, "group_demand", "and kind = 'CHANNEL' and name = ?3")
                    .setParameter(3, channel.name());
        }
        if (scope instanceof DemandScope.Segment segment) {
            return of(session, step, "group_demand", "and kind = 'SEGMENT' and name = ?3")
                    .setParameter(3, segment.id().toString());
        }
        return of(session, step, "total_demand", "");
    }

    private static Mutiny.SelectionQuery<Object[]> of(
            Mutiny.Session session, DemandStep step, String table, String condition) {
        return session.createNativeQuery(BY_STEP.formatted(number(step), table, condition), Object[].class);
    }

    /** The number of a day's step since that of the first parameter. */
    private static String number(DemandStep step) {
        return switch (step) {
            case DAY -> "(day - ?1)::int4";
            case WEEK -> "((day - ?1) / 7)::int4";
            case MONTH ->
                "((extract(year from day) - extract(year from cast(?1 as date))) * 12"
                        + " + extract(month from day) - extract(month from cast(?1 as date)))::int4";
        };
    }

    private static Map<Integer, Double> byStep(List<Object[]> rows) {
        return rows.stream().collect(Collectors.toMap(row -> (Integer) row[0], row -> (Double) row[1]));
    }
}
