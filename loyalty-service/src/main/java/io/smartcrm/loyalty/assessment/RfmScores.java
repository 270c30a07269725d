package io.smartcrm.loyalty.assessment;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.smartcrm.loyalty.rfm.RfmWeights;
import io.smartcrm.loyalty.rfm.Segment;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the last scoring says of customers and segments. */
@ApplicationScoped
@WithSession
public class RfmScores {
    private final RfmScoreStore store;
    private final RfmWeights weights;

    RfmScores(RfmScoreStore store, RfmConfig config) {
        this.store = store;
        var wanted = config.weights();
        this.weights = new RfmWeights(wanted.recency(), wanted.frequency(), wanted.monetary());
    }

    /** What the joint scores of the last scoring measure against. */
    public Uni<RfmScale> scale() {
        return store.maxima().map(maxima -> new RfmScale(weights, maxima));
    }

    /** Fails with NOT_FOUND for a customer who never bought, or whose first sale is not scored yet. */
    public Uni<RfmScore> get(UUID customerId) {
        return store.findById(customerId)
                .onItem()
                .ifNull()
                .failWith(() -> Failure.notFound("rfm score", customerId.toString()))
                .map(RfmScoreRow::toDomain);
    }

    /**
     * At most {@code size} scores in the order of customer ids.
     *
     * @param segment empty for all
     * @param after the last id of the page before; empty for the first page
     */
    public Uni<List<RfmScore>> list(Optional<Segment> segment, Optional<UUID> after, int size) {
        return store.page(segment, after, size)
                .map(rows -> rows.stream().map(RfmScoreRow::toDomain).toList());
    }

    public Uni<SegmentSummaries> segments() {
        return store.summaries();
    }
}
