package io.smartcrm.loyalty.referral;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.loyalty.account.VoucherCode;
import io.smartcrm.loyalty.database.Fields;
import io.smartcrm.loyalty.database.IdPage;
import io.smartcrm.outbox.Database;
import io.smartcrm.proto.loyalty.v1.ClaimReferralRequest;
import io.smartcrm.proto.loyalty.v1.ClaimReferralResponse;
import io.smartcrm.proto.loyalty.v1.IssueReferralCodeRequest;
import io.smartcrm.proto.loyalty.v1.IssueReferralCodeResponse;
import io.smartcrm.proto.loyalty.v1.ListReferralsRequest;
import io.smartcrm.proto.loyalty.v1.ListReferralsResponse;
import io.smartcrm.proto.loyalty.v1.ReferralService;
import io.smartcrm.proto.loyalty.v1.ReferralState;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Referrals over gRPC. */
@GrpcService
class ReferralGrpc implements ReferralService {
    private final Referrals referrals;
    private final Database database;
    private final SecurityIdentity caller;
    private final Clock clock = Clock.systemUTC();

    ReferralGrpc(Referrals referrals, Database database, SecurityIdentity caller) {
        this.referrals = referrals;
        this.database = database;
        this.caller = caller;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "agent", "integrator"})
    public Uni<IssueReferralCodeResponse> issueReferralCode(IssueReferralCodeRequest request) {
        String code = referrals.code(customer(request.getCustomerId()));
        return Uni.createFrom()
                .item(IssueReferralCodeResponse.newBuilder().setCode(code).build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "agent", "integrator"})
    public Uni<ClaimReferralResponse> claimReferral(ClaimReferralRequest request) {
        UUID customer = customer(request.getCustomerId());
        String code = VoucherCode.canonical(request.getCode());
        return Uni.createFrom()
                .item(database.once(
                        caller.getPrincipal().getName(),
                        request.getRequestId(),
                        request,
                        ClaimReferralResponse.parser(),
                        connection -> ClaimReferralResponse.newBuilder()
                                .setReferral(message(referrals.claim(connection, customer, code, clock.instant())))
                                .build()));
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListReferralsResponse> listReferrals(ListReferralsRequest request) {
        UUID customer = customer(request.getCustomerId());
        var page = IdPage.of("referrals/" + customer, request.getPageSize(), request.getPageToken());
        var response = ListReferralsResponse.newBuilder();
        page.answer(
                referrals.list(customer, page.last(), page.limit()),
                Referral::id,
                ReferralGrpc::message,
                response::addReferrals,
                response::setNextPageToken);
        return Uni.createFrom().item(response.build());
    }

    private static UUID customer(String id) {
        return Fields.id("customerId", id);
    }

    private static io.smartcrm.proto.loyalty.v1.Referral message(Referral referral) {
        var message = io.smartcrm.proto.loyalty.v1.Referral.newBuilder()
                .setId(referral.id().toString())
                .setReferrerId(referral.referrer().toString())
                .setReferredId(referral.referred().toString())
                .setState(message(referral.state()))
                .setReferrerPoints(referral.referrerPoints())
                .setReferredPoints(referral.referredPoints())
                .setCreateTime(timestamp(referral.createTime()));
        referral.order().map(UUID::toString).ifPresent(message::setOrderId);
        referral.endTime().map(ReferralGrpc::timestamp).ifPresent(message::setEndTime);
        referral.refusal().ifPresent(message::setRefusal);
        return message.build();
    }

    private static ReferralState message(Referral.State state) {
        return switch (state) {
            case WAITING -> ReferralState.REFERRAL_STATE_WAITING;
            case CREDITED -> ReferralState.REFERRAL_STATE_CREDITED;
            case BOUGHT_BEFORE -> ReferralState.REFERRAL_STATE_BOUGHT_BEFORE;
            case GIVEN_BACK -> ReferralState.REFERRAL_STATE_GIVEN_BACK;
            case TOO_SMALL -> ReferralState.REFERRAL_STATE_TOO_SMALL;
            case REFUSED -> ReferralState.REFERRAL_STATE_REFUSED;
            case SELF_REFERRAL -> ReferralState.REFERRAL_STATE_SELF_REFERRAL;
            case ALREADY_REFERRED -> ReferralState.REFERRAL_STATE_ALREADY_REFERRED;
        };
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
