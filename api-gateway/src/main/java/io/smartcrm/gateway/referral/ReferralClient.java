package io.smartcrm.gateway.referral;

import static io.smartcrm.gateway.http.Parameters.text;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.referral.ReferralView.ClaimView;
import io.smartcrm.gateway.referral.ReferralView.CodeView;
import io.smartcrm.proto.loyalty.v1.ClaimReferralRequest;
import io.smartcrm.proto.loyalty.v1.IssueReferralCodeRequest;
import io.smartcrm.proto.loyalty.v1.ListReferralsRequest;
import io.smartcrm.proto.loyalty.v1.Referral;
import io.smartcrm.proto.loyalty.v1.ReferralServiceGrpc;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks loyalty-service for referrals. */
@ApplicationScoped
class ReferralClient {
    private final Calls calls;

    ReferralClient(Calls calls) {
        this.calls = calls;
    }

    Uni<CodeView> code(String customerId) {
        var request =
                IssueReferralCodeRequest.newBuilder().setCustomerId(customerId).build();
        return calls.change(Service.LOYALTY, ReferralServiceGrpc.getIssueReferralCodeMethod(), request)
                .map(response -> new CodeView(response.getCode()));
    }

    Uni<ReferralView> claim(String customerId, ClaimView claim, String requestId) {
        var request = ClaimReferralRequest.newBuilder()
                .setCustomerId(customerId)
                .setCode(text(claim.code()))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.LOYALTY, ReferralServiceGrpc.getClaimReferralMethod(), request)
                .map(response -> view(response.getReferral()));
    }

    Uni<Page<ReferralView>> list(String customerId, int pageSize, String pageToken) {
        var request = ListReferralsRequest.newBuilder()
                .setCustomerId(customerId)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.LOYALTY, ReferralServiceGrpc.getListReferralsMethod(), request)
                .map(response ->
                        Page.of(response.getReferralsList(), ReferralClient::view, response.getNextPageToken()));
    }

    private static ReferralView view(Referral referral) {
        return new ReferralView(
                referral.getId(),
                referral.getReferrerId(),
                referral.getReferredId(),
                Messages.name(referral.getState()),
                referral.getReferrerPoints(),
                referral.getReferredPoints(),
                Messages.text(referral.getOrderId()),
                Messages.time(referral.hasCreateTime(), referral.getCreateTime()),
                Messages.time(referral.hasEndTime(), referral.getEndTime()),
                Messages.text(referral.getRefusal()));
    }
}
