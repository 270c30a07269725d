package io.smartcrm.loyalty;

import com.google.protobuf.Timestamp;
import io.grpc.StatusRuntimeException;
import io.smartcrm.proto.loyalty.v1.EarningConditions;
import io.smartcrm.proto.loyalty.v1.EarningRule;
import io.smartcrm.proto.loyalty.v1.GetProgrammeRequest;
import io.smartcrm.proto.loyalty.v1.PointsBonus;
import io.smartcrm.proto.loyalty.v1.PointsPerAmount;
import io.smartcrm.proto.loyalty.v1.Programme;
import io.smartcrm.proto.loyalty.v1.ProgrammeServiceGrpc;
import io.smartcrm.proto.loyalty.v1.ProgrammeServiceGrpc.ProgrammeServiceBlockingStub;
import io.smartcrm.proto.loyalty.v1.ProgrammeTier;
import io.smartcrm.proto.loyalty.v1.PutProgrammeRequest;
import java.time.Instant;

/** The programme of the service under test. */
public final class ProgrammeCalls {
    /** Orders of these tests are older than those that other tests count back from. */
    public static final Instant START = Instant.parse("2010-01-01T00:00:00Z");

    private final ProgrammeServiceBlockingStub programmes;

    public ProgrammeCalls(Calls calls) {
        programmes = ProgrammeServiceGrpc.newBlockingStub(calls.as("root", "admin"));
    }

    public ProgrammeServiceBlockingStub stub() {
        return programmes;
    }

    /** In place of the one before. */
    public void put(Programme.Builder programme) {
        programmes.putProgramme(PutProgrammeRequest.newBuilder()
                .setProgramme(programme.setEtag(etag()))
                .build());
    }

    public Programme get() {
        return programmes.getProgramme(GetProgrammeRequest.getDefaultInstance()).getProgramme();
    }

    /** "0" while there is no programme. */
    public String etag() {
        try {
            return get().getEtag();
        } catch (StatusRuntimeException none) {
            return "0";
        }
    }

    /** Paused, without rules and tiers. */
    public static Programme.Builder empty() {
        return Programme.newBuilder()
                .setName("Tea club")
                .setStartTime(Timestamp.newBuilder().setSeconds(START.getEpochSecond()))
                .setCurrencyCode("EUR");
    }

    /** A point a euro, thirty for the first order; gold from a hundred. */
    public static Programme.Builder teaClub() {
        return empty().setActive(true)
                .setMinorUnitsPerThousandPoints(500)
                .addTiers(ProgrammeTier.newBuilder().setName("member"))
                .addTiers(ProgrammeTier.newBuilder().setName("gold").setThreshold(100))
                .addRules(EarningRule.newBuilder()
                        .setName("one a euro")
                        .setActive(true)
                        .setPerAmount(PointsPerAmount.newBuilder().setPoints(1).setPerMinorUnits(100)))
                .addRules(bonus("welcome", 30, EarningConditions.newBuilder().setFirstOrder(true)));
    }

    public static EarningRule bonus(String name, long points, EarningConditions.Builder conditions) {
        return EarningRule.newBuilder()
                .setName(name)
                .setActive(true)
                .setBonus(PointsBonus.newBuilder().setPoints(points))
                .setConditions(conditions)
                .build();
    }
}
