package io.smartcrm.gateway.fakes;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.loyalty.v1.ClaimReferralRequest;
import io.smartcrm.proto.loyalty.v1.ClaimReferralResponse;
import io.smartcrm.proto.loyalty.v1.IssueReferralCodeRequest;
import io.smartcrm.proto.loyalty.v1.IssueReferralCodeResponse;
import io.smartcrm.proto.loyalty.v1.ListReferralsRequest;
import io.smartcrm.proto.loyalty.v1.ListReferralsResponse;
import io.smartcrm.proto.loyalty.v1.Referral;
import io.smartcrm.proto.loyalty.v1.ReferralServiceGrpc.ReferralServiceImplBase;
import io.smartcrm.proto.loyalty.v1.ReferralState;
import io.smartcrm.wire.Failure;

/** One code; who claims another is refused. */
final class FakeReferrals extends ReferralServiceImplBase {
    private static final String CODE = "7QX2M-0TJ4K-W9ZCD";

    @Override
    public void issueReferralCode(IssueReferralCodeRequest request, StreamObserver<IssueReferralCodeResponse> answer) {
        Ids.complete(
                answer, IssueReferralCodeResponse.newBuilder().setCode(CODE).build());
    }

    @Override
    public void claimReferral(ClaimReferralRequest request, StreamObserver<ClaimReferralResponse> answer) {
        if (!request.getCode().equals(CODE)) {
            answer.onError(new Failure(Failure.Kind.NOT_FOUND, "REFERRAL_CODE_NOT_FOUND", "no member has the code")
                    .toStatus());
            return;
        }
        Ids.complete(
                answer,
                ClaimReferralResponse.newBuilder()
                        .setReferral(referral(request.getCustomerId()))
                        .build());
    }

    @Override
    public void listReferrals(ListReferralsRequest request, StreamObserver<ListReferralsResponse> answer) {
        Ids.complete(
                answer,
                ListReferralsResponse.newBuilder()
                        .addReferrals(referral(Ids.KNOWN))
                        .setNextPageToken("next")
                        .build());
    }

    private static Referral.Builder referral(String referred) {
        return Referral.newBuilder()
                .setId(Ids.KNOWN)
                .setReferrerId(Ids.KNOWN)
                .setReferredId(referred)
                .setState(ReferralState.REFERRAL_STATE_WAITING)
                .setReferrerPoints(200)
                .setReferredPoints(100)
                .setCreateTime(Timestamps.fromSeconds(1_772_000_000));
    }
}
