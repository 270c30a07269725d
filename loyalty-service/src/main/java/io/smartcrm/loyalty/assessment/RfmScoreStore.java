package io.smartcrm.loyalty.assessment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import io.smartcrm.loyalty.rfm.Money;
import io.smartcrm.loyalty.rfm.MultiplicativeRfm;
import io.smartcrm.loyalty.rfm.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the present scoring. */
@ApplicationScoped
class RfmScoreStore implements PanacheRepositoryBase<RfmScoreRow, UUID> {
    /** Below every id: the first page begins after it. */
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String SUMMARIES = """
            select scoring.score_time, segment.segment, segment.customers, segment.mean_recency_days,
                segment.mean_frequency, monetary.currency_code, monetary.minor_units
            from rfm_scoring scoring
            left join rfm_segment segment on true
            left join rfm_segment_monetary monetary on monetary.segment = segment.segment
            order by segment.segment, monetary.currency_code""";

    private static final String MAXIMA =
            "select currency_code, recency_days, frequency, monetary_minor_units from rfm_maximum";

    /** By currency. */
    Uni<Map<String, MultiplicativeRfm>> maxima() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(MAXIMA, Object[].class).getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (String) row[0],
                                row -> new MultiplicativeRfm(
                                        (Long) row[1], (Long) row[2], new Money((String) row[0], (Long) row[3])))));
    }

    /** In the order of their ids, from after the given one. */
    Uni<List<RfmScoreRow>> page(Optional<Segment> segment, Optional<UUID> after, int size) {
        var parameters = Parameters.with("after", after.orElse(BEFORE_ALL));
        String query = "customerId > :after";
        if (segment.isPresent()) {
            query += " and segment = :segment";
            parameters.and("segment", segment.get());
        }
        return find(query + " order by customerId", parameters)
                .range(0, size - 1)
                .list();
    }

    /** One statement, so that all rows are of one scoring. */
    Uni<SegmentSummaries> summaries() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(SUMMARIES, Object[].class).getResultList())
                .map(RfmScoreStore::summaries);
    }

    private static SegmentSummaries summaries(List<Object[]> rows) {
        Map<Segment, SegmentSummary> bySegment = new EnumMap<>(Segment.class);
        for (Object[] row : rows) {
            if (row[1] != null) {
                SegmentSummary summary = summary(row);
                bySegment.merge(summary.segment(), summary, SegmentSummary::withMonetaryOf);
            }
        }
        var scoreTime = Optional.ofNullable((OffsetDateTime) rows.get(0)[0]).map(OffsetDateTime::toInstant);
        return new SegmentSummaries(List.copyOf(bySegment.values()), scoreTime);
    }

    private static SegmentSummary summary(Object[] row) {
        return new SegmentSummary(
                Segment.valueOf((String) row[1]),
                (Long) row[2],
                (Double) row[3],
                (Double) row[4],
                List.of(new Money((String) row[5], (Long) row[6])));
    }
}
