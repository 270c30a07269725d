package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.loyalty.v1.GetRfmMigrationRequest;
import io.smartcrm.proto.loyalty.v1.GetRfmMigrationResponse;
import io.smartcrm.proto.loyalty.v1.GetRfmScoreRequest;
import io.smartcrm.proto.loyalty.v1.GetRfmScoreResponse;
import io.smartcrm.proto.loyalty.v1.ListRfmScoresRequest;
import io.smartcrm.proto.loyalty.v1.ListRfmScoresResponse;
import io.smartcrm.proto.loyalty.v1.ListRfmSegmentsRequest;
import io.smartcrm.proto.loyalty.v1.ListRfmSegmentsResponse;
import io.smartcrm.proto.loyalty.v1.RfmMigration;
import io.smartcrm.proto.loyalty.v1.RfmScore;
import io.smartcrm.proto.loyalty.v1.RfmSegment;
import io.smartcrm.proto.loyalty.v1.RfmSegmentSummary;
import io.smartcrm.proto.loyalty.v1.RfmServiceGrpc.RfmServiceImplBase;
import io.smartcrm.proto.type.v1.Money;
import io.smartcrm.wire.Failure;

/** One champion. */
final class FakeRfm extends RfmServiceImplBase {
    @Override
    public void getRfmScore(GetRfmScoreRequest request, StreamObserver<GetRfmScoreResponse> answer) {
        String id = Ids.downWhereHalf(request.getCustomerId());
        if (id.equals(Ids.NEVER_BOUGHT)) {
            answer.onError(Failure.notFound("rfm score", id).toStatus());
            return;
        }
        Ids.answer(
                "rfm score",
                id,
                answer,
                () -> GetRfmScoreResponse.newBuilder()
                        .setScore(score(id, RfmSegment.RFM_SEGMENT_CHAMPIONS))
                        .build());
    }

    @Override
    public void listRfmScores(ListRfmScoresRequest request, StreamObserver<ListRfmScoresResponse> answer) {
        Ids.complete(
                answer,
                ListRfmScoresResponse.newBuilder()
                        .addScores(score(Ids.KNOWN, request.getSegment()))
                        .build());
    }

    @Override
    public void listRfmSegments(ListRfmSegmentsRequest request, StreamObserver<ListRfmSegmentsResponse> answer) {
        var summary = RfmSegmentSummary.newBuilder()
                .setSegment(RfmSegment.RFM_SEGMENT_AT_RISK)
                .setCustomers(3)
                .setMeanFrequency(Double.NaN);
        Ids.complete(
                answer,
                ListRfmSegmentsResponse.newBuilder().addSegments(summary).build());
    }

    @Override
    public void getRfmMigration(GetRfmMigrationRequest request, StreamObserver<GetRfmMigrationResponse> answer) {
        Ids.complete(
                answer,
                GetRfmMigrationResponse.newBuilder()
                        .addMigrations(RfmMigration.newBuilder()
                                .setToSegment(RfmSegment.RFM_SEGMENT_NEW_CUSTOMERS)
                                .setCustomers(3))
                        .build());
    }

    private static RfmScore score(String customerId, RfmSegment segment) {
        return RfmScore.newBuilder()
                .setCustomerId(customerId)
                .setCode("555")
                .setSegment(segment)
                .setMonetary(Money.newBuilder().setCurrencyCode("GBP").setMinorUnits(431_000))
                .build();
    }
}
