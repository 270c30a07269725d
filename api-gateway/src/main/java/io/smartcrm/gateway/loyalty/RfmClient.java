package io.smartcrm.gateway.loyalty;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.MoneyView;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.loyalty.RfmMigrationView.MovedView;
import io.smartcrm.gateway.loyalty.RfmSegments.RfmSegmentView;
import io.smartcrm.proto.loyalty.v1.GetRfmMigrationRequest;
import io.smartcrm.proto.loyalty.v1.GetRfmScoreRequest;
import io.smartcrm.proto.loyalty.v1.ListRfmScoresRequest;
import io.smartcrm.proto.loyalty.v1.ListRfmSegmentsRequest;
import io.smartcrm.proto.loyalty.v1.RfmScore;
import io.smartcrm.proto.loyalty.v1.RfmSegment;
import io.smartcrm.proto.loyalty.v1.RfmSegmentSummary;
import io.smartcrm.proto.loyalty.v1.RfmServiceGrpc;
import io.smartcrm.proto.type.v1.Money;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks loyalty-service for RFM scores. */
@ApplicationScoped
public class RfmClient {
    private final Calls calls;

    RfmClient(Calls calls) {
        this.calls = calls;
    }

    Uni<RfmScoreView> score(String customerId) {
        return calls.read(Service.LOYALTY, RfmServiceGrpc.getGetRfmScoreMethod(), scoreOf(customerId))
                .map(response -> view(response.getScore()));
    }

    /** The score for an answer that can do without it; no item for a customer who never bought. */
    public Uni<RfmScoreView> part(String customerId) {
        return calls.readPart(Service.LOYALTY, RfmServiceGrpc.getGetRfmScoreMethod(), scoreOf(customerId))
                .map(response -> view(response.getScore()))
                .onFailure(thrown -> thrown instanceof Failure failure && failure.kind() == Failure.Kind.NOT_FOUND)
                .recoverWithNull();
    }

    /** @param segment a segment's name, empty for all */
    Uni<Page<RfmScoreView>> scores(String segment, int pageSize, String pageToken) {
        var request = ListRfmScoresRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .setSegment(segment(segment))
                .build();
        return calls.read(Service.LOYALTY, RfmServiceGrpc.getListRfmScoresMethod(), request)
                .map(response -> Page.of(response.getScoresList(), RfmClient::view, response.getNextPageToken()));
    }

    Uni<RfmSegments> segments() {
        return calls.read(
                        Service.LOYALTY,
                        RfmServiceGrpc.getListRfmSegmentsMethod(),
                        ListRfmSegmentsRequest.getDefaultInstance())
                .map(response -> new RfmSegments(
                        response.getSegmentsList().stream().map(RfmClient::view).toList(),
                        Messages.time(response.hasScoreTime(), response.getScoreTime())));
    }

    Uni<RfmMigrationView> migration(Instant from, Instant to) {
        var request = GetRfmMigrationRequest.newBuilder()
                .setFromTime(Messages.timestamp(from))
                .setToTime(Messages.timestamp(to))
                .build();
        return calls.train(Service.LOYALTY, RfmServiceGrpc.getGetRfmMigrationMethod(), request)
                .map(response -> new RfmMigrationView(response.getMigrationsList().stream()
                        .map(moved -> new MovedView(
                                segment(moved.getFromSegment()), segment(moved.getToSegment()), moved.getCustomers()))
                        .toList()));
    }

    private static @Nullable String segment(RfmSegment segment) {
        return segment == RfmSegment.RFM_SEGMENT_UNSPECIFIED ? null : Messages.name(segment);
    }

    private static GetRfmScoreRequest scoreOf(String customerId) {
        return GetRfmScoreRequest.newBuilder().setCustomerId(customerId).build();
    }

    private static RfmSegment segment(String name) {
        if (name.isEmpty()) {
            return RfmSegment.RFM_SEGMENT_UNSPECIFIED;
        }
        List<RfmSegment> known = Arrays.stream(RfmSegment.values())
                .filter(segment -> segment != RfmSegment.RFM_SEGMENT_UNSPECIFIED && segment != RfmSegment.UNRECOGNIZED)
                .toList();
        return known.stream()
                .filter(segment -> Messages.name(segment).equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.invalid(
                        "segment",
                        "'" + name + "' is none of "
                                + known.stream().map(Messages::name).toList()));
    }

    private static RfmScoreView view(RfmScore score) {
        return new RfmScoreView(
                score.getCustomerId(),
                Messages.time(score.hasLastOrderTime(), score.getLastOrderTime()),
                score.getRecencyDays(),
                score.getFrequency(),
                money(score.getMonetary()),
                score.getRecencyScore(),
                score.getFrequencyScore(),
                score.getMonetaryScore(),
                score.getCode(),
                Messages.name(score.getSegment()),
                Messages.time(score.hasScoreTime(), score.getScoreTime()),
                score.getWeightedScore(),
                score.getMultiplicativeScore());
    }

    private static RfmSegmentView view(RfmSegmentSummary summary) {
        return new RfmSegmentView(
                Messages.name(summary.getSegment()),
                summary.getCustomers(),
                Messages.finite(summary.getMeanRecencyDays()),
                Messages.finite(summary.getMeanFrequency()),
                summary.getMonetaryList().stream().map(RfmClient::money).toList());
    }

    private static MoneyView money(Money money) {
        return new MoneyView(money.getCurrencyCode(), money.getMinorUnits());
    }
}
