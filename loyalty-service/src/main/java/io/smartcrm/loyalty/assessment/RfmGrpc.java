package io.smartcrm.loyalty.assessment;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.loyalty.rfm.Money;
import io.smartcrm.loyalty.rfm.Segment;
import io.smartcrm.proto.loyalty.v1.GetRfmMigrationRequest;
import io.smartcrm.proto.loyalty.v1.GetRfmMigrationResponse;
import io.smartcrm.proto.loyalty.v1.GetRfmScoreRequest;
import io.smartcrm.proto.loyalty.v1.GetRfmScoreResponse;
import io.smartcrm.proto.loyalty.v1.ListRfmScoresRequest;
import io.smartcrm.proto.loyalty.v1.ListRfmScoresResponse;
import io.smartcrm.proto.loyalty.v1.ListRfmSegmentsRequest;
import io.smartcrm.proto.loyalty.v1.ListRfmSegmentsResponse;
import io.smartcrm.proto.loyalty.v1.RfmSegment;
import io.smartcrm.proto.loyalty.v1.RfmSegmentSummary;
import io.smartcrm.proto.loyalty.v1.RfmService;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** RFM scores and segments over gRPC. */
@GrpcService
class RfmGrpc implements RfmService {
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final RfmScores scores;
    private final RfmMigrations migrations;

    RfmGrpc(RfmScores scores, RfmMigrations migrations) {
        this.scores = scores;
        this.migrations = migrations;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<GetRfmMigrationResponse> getRfmMigration(GetRfmMigrationRequest request) {
        if (!request.hasFromTime() || !request.hasToTime()) {
            throw Failure.invalid(request.hasFromTime() ? "toTime" : "fromTime", "is missing");
        }
        var response = GetRfmMigrationResponse.newBuilder();
        for (RfmMigration moved : migrations.between(instant(request.getFromTime()), instant(request.getToTime()))) {
            response.addMigrations(io.smartcrm.proto.loyalty.v1.RfmMigration.newBuilder()
                    .setFromSegment(moved.from().map(RfmGrpc::toProto).orElse(RfmSegment.RFM_SEGMENT_UNSPECIFIED))
                    .setToSegment(moved.to().map(RfmGrpc::toProto).orElse(RfmSegment.RFM_SEGMENT_UNSPECIFIED))
                    .setCustomers(moved.customers()));
        }
        return Uni.createFrom().item(response.build());
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetRfmScoreResponse> getRfmScore(GetRfmScoreRequest request) {
        return scores.get(customerId(request.getCustomerId()))
                .chain(score -> scores.scale()
                        .map(scale -> GetRfmScoreResponse.newBuilder()
                                .setScore(toProto(score, scale))
                                .build()));
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<ListRfmScoresResponse> listRfmScores(ListRfmScoresRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        Optional<Segment> segment = segment(request.getSegment());
        String query = "ListRfmScores segment=" + segment.map(Segment::name).orElse("");
        return scores.list(segment, after(request.getPageToken(), query), size + 1)
                .chain(found -> scores.scale().map(scale -> page(found, scale, size, query)));
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<ListRfmSegmentsResponse> listRfmSegments(ListRfmSegmentsRequest request) {
        return scores.segments().map(RfmGrpc::toProto);
    }

    /** @param found one more than fits, if there is a next page */
    private static ListRfmScoresResponse page(List<RfmScore> found, RfmScale scale, int size, String query) {
        var response = ListRfmScoresResponse.newBuilder();
        found.stream().limit(size).map(score -> toProto(score, scale)).forEach(response::addScores);
        if (found.size() > size) {
            String last = found.get(size - 1).customerId().toString();
            response.setNextPageToken(PageToken.of(last).encode(query));
        }
        return response.build();
    }

    private static Optional<UUID> after(String pageToken, String query) {
        return pageToken.isEmpty()
                ? Optional.empty()
                : Optional.of(uuid(
                        "pageToken",
                        PageToken.decode(pageToken, query, 1).keys().get(0)));
    }

    private static UUID customerId(String id) {
        if (id.isEmpty()) {
            throw Failure.invalid("customerId", "is missing");
        }
        return uuid("customerId", id);
    }

    private static UUID uuid(String field, String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw Failure.invalid(field, "is not a UUID");
        }
        return UUID.fromString(text);
    }

    private static Optional<Segment> segment(RfmSegment requested) {
        if (requested == RfmSegment.RFM_SEGMENT_UNSPECIFIED) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Segment.values())
                .filter(segment -> toProto(segment) == requested)
                .findFirst()
                .orElseThrow(() -> Failure.invalid("segment", "is none of the known segments")));
    }

    private static io.smartcrm.proto.loyalty.v1.RfmScore toProto(RfmScore score, RfmScale scale) {
        return io.smartcrm.proto.loyalty.v1.RfmScore.newBuilder()
                .setCustomerId(score.customerId().toString())
                .setLastOrderTime(toProto(score.lastOrderTime()))
                .setRecencyDays(score.purchases().recencyDays())
                .setFrequency(score.purchases().frequency())
                .setMonetary(toProto(score.purchases().monetary()))
                .setRecencyScore(score.code().recency())
                .setFrequencyScore(score.code().frequency())
                .setMonetaryScore(score.code().monetary())
                .setCode(score.code().digits())
                .setSegment(toProto(score.segment()))
                .setScoreTime(toProto(score.scoreTime()))
                .setWeightedScore(scale.weighted(score))
                .setMultiplicativeScore(scale.multiplicative(score))
                .build();
    }

    private static ListRfmSegmentsResponse toProto(SegmentSummaries summaries) {
        var response = ListRfmSegmentsResponse.newBuilder();
        summaries.scoreTime().map(RfmGrpc::toProto).ifPresent(response::setScoreTime);
        for (SegmentSummary summary : summaries.segments()) {
            response.addSegments(RfmSegmentSummary.newBuilder()
                    .setSegment(toProto(summary.segment()))
                    .setCustomers(summary.customers())
                    .setMeanRecencyDays(summary.meanRecencyDays())
                    .setMeanFrequency(summary.meanFrequency())
                    .addAllMonetary(
                            summary.monetary().stream().map(RfmGrpc::toProto).toList()));
        }
        return response.build();
    }

    private static RfmSegment toProto(Segment segment) {
        return switch (segment) {
            case CHAMPIONS -> RfmSegment.RFM_SEGMENT_CHAMPIONS;
            case LOYAL -> RfmSegment.RFM_SEGMENT_LOYAL;
            case POTENTIAL_LOYALIST -> RfmSegment.RFM_SEGMENT_POTENTIAL_LOYALIST;
            case NEW_CUSTOMERS -> RfmSegment.RFM_SEGMENT_NEW_CUSTOMERS;
            case PROMISING -> RfmSegment.RFM_SEGMENT_PROMISING;
            case NEED_ATTENTION -> RfmSegment.RFM_SEGMENT_NEED_ATTENTION;
            case ABOUT_TO_SLEEP -> RfmSegment.RFM_SEGMENT_ABOUT_TO_SLEEP;
            case AT_RISK -> RfmSegment.RFM_SEGMENT_AT_RISK;
            case CANNOT_LOSE -> RfmSegment.RFM_SEGMENT_CANNOT_LOSE;
            case HIBERNATING -> RfmSegment.RFM_SEGMENT_HIBERNATING;
            case LOST -> RfmSegment.RFM_SEGMENT_LOST;
        };
    }

    private static io.smartcrm.proto.type.v1.Money toProto(Money money) {
        return io.smartcrm.proto.type.v1.Money.newBuilder()
                .setCurrencyCode(money.currencyCode())
                .setMinorUnits(money.minorUnits())
                .build();
    }

    private static Timestamp toProto(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
