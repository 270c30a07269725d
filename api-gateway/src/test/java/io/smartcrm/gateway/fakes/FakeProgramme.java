package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.loyalty.v1.EarnedPart;
import io.smartcrm.proto.loyalty.v1.EarningRule;
import io.smartcrm.proto.loyalty.v1.GetProgrammeRequest;
import io.smartcrm.proto.loyalty.v1.GetProgrammeResponse;
import io.smartcrm.proto.loyalty.v1.NegativePolicy;
import io.smartcrm.proto.loyalty.v1.PointsPerAmount;
import io.smartcrm.proto.loyalty.v1.Programme;
import io.smartcrm.proto.loyalty.v1.ProgrammeServiceGrpc.ProgrammeServiceImplBase;
import io.smartcrm.proto.loyalty.v1.PutProgrammeRequest;
import io.smartcrm.proto.loyalty.v1.PutProgrammeResponse;
import io.smartcrm.proto.loyalty.v1.SimulateEarningRequest;
import io.smartcrm.proto.loyalty.v1.SimulateEarningResponse;
import io.smartcrm.proto.loyalty.v1.TierMeasure;

/** A programme of one rule, at version 1. */
final class FakeProgramme extends ProgrammeServiceImplBase {
    @Override
    public void getProgramme(GetProgrammeRequest request, StreamObserver<GetProgrammeResponse> answer) {
        Ids.complete(
                answer,
                GetProgrammeResponse.newBuilder()
                        .setProgramme(Programme.newBuilder()
                                .setName("Tea club")
                                .setActive(true)
                                .setCurrencyCode("EUR")
                                .setNegativePolicy(NegativePolicy.NEGATIVE_POLICY_OWE)
                                .setTierMeasure(TierMeasure.TIER_MEASURE_POINTS)
                                .addRules(EarningRule.newBuilder()
                                        .setName("one a euro")
                                        .setActive(true)
                                        .setPerAmount(PointsPerAmount.newBuilder()
                                                .setPoints(1)
                                                .setPerMinorUnits(100)))
                                .setEtag("1"))
                        .build());
    }

    /** Tells what it was given. */
    @Override
    public void putProgramme(PutProgrammeRequest request, StreamObserver<PutProgrammeResponse> answer) {
        Ids.complete(
                answer,
                PutProgrammeResponse.newBuilder()
                        .setProgramme(request.getProgramme().toBuilder().setEtag("2"))
                        .build());
    }

    @Override
    public void simulateEarning(SimulateEarningRequest request, StreamObserver<SimulateEarningResponse> answer) {
        long points = request.getOrder().getMinorUnits() / 100;
        Ids.complete(
                answer,
                SimulateEarningResponse.newBuilder()
                        .setPoints(points)
                        .addParts(EarnedPart.newBuilder().setRule("one a euro").setPoints(points))
                        .build());
    }
}
