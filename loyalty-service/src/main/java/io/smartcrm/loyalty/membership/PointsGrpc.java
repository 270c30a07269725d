package io.smartcrm.loyalty.membership;

import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.loyalty.account.Ledgers;
import io.smartcrm.loyalty.account.Posting;
import io.smartcrm.loyalty.account.Postings;
import io.smartcrm.loyalty.account.VoucherCode;
import io.smartcrm.loyalty.database.Fields;
import io.smartcrm.loyalty.database.IdPage;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.loyalty.ledger.Refusal;
import io.smartcrm.loyalty.programme.Programmes;
import io.smartcrm.proto.loyalty.v1.AdjustPointsRequest;
import io.smartcrm.proto.loyalty.v1.AdjustPointsResponse;
import io.smartcrm.proto.loyalty.v1.CancelPointsTransactionRequest;
import io.smartcrm.proto.loyalty.v1.CancelPointsTransactionResponse;
import io.smartcrm.proto.loyalty.v1.CashCouponRequest;
import io.smartcrm.proto.loyalty.v1.CashCouponResponse;
import io.smartcrm.proto.loyalty.v1.GetPointsAccountRequest;
import io.smartcrm.proto.loyalty.v1.GetPointsAccountResponse;
import io.smartcrm.proto.loyalty.v1.GetPointsLiabilityRequest;
import io.smartcrm.proto.loyalty.v1.GetPointsLiabilityResponse;
import io.smartcrm.proto.loyalty.v1.ListPointsTransactionsRequest;
import io.smartcrm.proto.loyalty.v1.ListPointsTransactionsResponse;
import io.smartcrm.proto.loyalty.v1.PointsService;
import io.smartcrm.proto.loyalty.v1.PointsTransaction;
import io.smartcrm.proto.loyalty.v1.RedeemRewardRequest;
import io.smartcrm.proto.loyalty.v1.RedeemRewardResponse;
import io.smartcrm.proto.loyalty.v1.SpendPointsRequest;
import io.smartcrm.proto.loyalty.v1.SpendPointsResponse;
import io.smartcrm.proto.loyalty.v1.TransferPointsRequest;
import io.smartcrm.proto.loyalty.v1.TransferPointsResponse;
import io.smartcrm.proto.loyalty.v1.VerifyLedgerRequest;
import io.smartcrm.proto.loyalty.v1.VerifyLedgerResponse;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Points over gRPC. */
@GrpcService
class PointsGrpc implements PointsService {
    private static final int MAX_REASON = 500;

    private final Postings postings;
    private final Ledgers ledgers;
    private final Programmes programmes;
    private final SecurityIdentity caller;
    private final Clock clock = Clock.systemUTC();

    PointsGrpc(Postings postings, Ledgers ledgers, Programmes programmes, SecurityIdentity caller) {
        this.postings = postings;
        this.ledgers = ledgers;
        this.programmes = programmes;
        this.caller = caller;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetPointsAccountResponse> getPointsAccount(GetPointsAccountRequest request) {
        var membership = programmes.membership(Fields.id("customerId", request.getCustomerId()));
        return Uni.createFrom()
                .item(GetPointsAccountResponse.newBuilder()
                        .setAccount(PointsMessagesGrpc.message(membership))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListPointsTransactionsResponse> listPointsTransactions(ListPointsTransactionsRequest request) {
        UUID customer = Fields.id("customerId", request.getCustomerId());
        var page = IdPage.of("points-transactions/" + customer, request.getPageSize(), request.getPageToken());
        var response = ListPointsTransactionsResponse.newBuilder();
        page.answer(
                ledgers.history(customer, page.last(), page.limit()),
                io.smartcrm.loyalty.account.PointsTransaction::id,
                PointsMessagesGrpc::message,
                response::addTransactions,
                response::setNextPageToken);
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "marketer"})
    public Uni<AdjustPointsResponse> adjustPoints(AdjustPointsRequest request) {
        Instant expiry = request.hasExpireTime()
                ? expiry(PointsMessagesGrpc.instant(request.getExpireTime()))
                : programmes.expiry(clock.instant());
        String asked = asked(request.toBuilder().clearRequestId().build());
        return once(
                        request.getDryRun(),
                        request.getRequestId(),
                        asked,
                        () -> new Command.Adjust(
                                customer(request.getCustomerId()),
                                request.getPoints(),
                                expiry,
                                Fields.text("reason", request.getReason(), 1, MAX_REASON),
                                actor()))
                .map(done ->
                        AdjustPointsResponse.newBuilder().setTransaction(done).build());
    }

    private Instant expiry(Instant wanted) {
        if (!wanted.isAfter(clock.instant())) {
            throw Failure.invalid("expireTime", wanted + " is not in the future");
        }
        return wanted;
    }

    @Override
    @RolesAllowed({"admin", "agent", "integrator"})
    @Blocking
    public Uni<SpendPointsResponse> spendPoints(SpendPointsRequest request) {
        String asked = asked(request.toBuilder().clearRequestId().build());
        return once(
                        request.getDryRun(),
                        request.getRequestId(),
                        asked,
                        () -> new Command.Spend(
                                customer(request.getCustomerId()),
                                request.getPoints(),
                                Fields.text("reason", request.getReason(), 0, MAX_REASON),
                                actor()))
                .map(done ->
                        SpendPointsResponse.newBuilder().setTransaction(done).build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "agent", "integrator"})
    public Uni<TransferPointsResponse> transferPoints(TransferPointsRequest request) {
        String asked = asked(request.toBuilder().clearRequestId().build());
        return once(
                        request.getDryRun(),
                        request.getRequestId(),
                        asked,
                        () -> new Command.Transfer(
                                customer(request.getCustomerId()),
                                Fields.id("receiverId", request.getReceiverId()),
                                request.getPoints(),
                                Fields.text("reason", request.getReason(), 0, MAX_REASON),
                                actor()))
                .map(done ->
                        TransferPointsResponse.newBuilder().setTransaction(done).build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "agent", "integrator"})
    public Uni<RedeemRewardResponse> redeemReward(RedeemRewardRequest request) {
        String asked = asked(request.toBuilder().clearRequestId().build());
        return once(
                        request.getDryRun(),
                        request.getRequestId(),
                        asked,
                        () -> new Command.Redeem(
                                customer(request.getCustomerId()),
                                Fields.id("rewardId", request.getRewardId()),
                                VoucherCode.next(),
                                actor()))
                .map(done ->
                        RedeemRewardResponse.newBuilder().setTransaction(done).build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "agent", "integrator"})
    public Uni<CashCouponResponse> cashCoupon(CashCouponRequest request) {
        Instant expiry = programmes.expiry(clock.instant());
        String asked = asked(request.toBuilder().clearRequestId().build());
        return once(
                        request.getDryRun(),
                        request.getRequestId(),
                        asked,
                        () -> new Command.CashCoupon(
                                customer(request.getCustomerId()),
                                VoucherCode.canonical(request.getCode()),
                                expiry,
                                actor()))
                .map(done ->
                        CashCouponResponse.newBuilder().setTransaction(done).build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "agent"})
    public Uni<CancelPointsTransactionResponse> cancelPointsTransaction(CancelPointsTransactionRequest request) {
        String asked = asked(request.toBuilder().clearRequestId().build());
        return once(
                        request.getDryRun(),
                        request.getRequestId(),
                        asked,
                        () -> new Command.Cancel(
                                customer(request.getCustomerId()),
                                Fields.id("transactionId", request.getTransactionId()),
                                Fields.text("reason", request.getReason(), 1, MAX_REASON),
                                actor()))
                .map(done -> CancelPointsTransactionResponse.newBuilder()
                        .setTransaction(done)
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<VerifyLedgerResponse> verifyLedger(VerifyLedgerRequest request) {
        return Uni.createFrom().item(PointsMessagesGrpc.message(ledgers.verify()));
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<GetPointsLiabilityResponse> getPointsLiability(GetPointsLiabilityRequest request) {
        return Uni.createFrom().item(PointsMessagesGrpc.message(ledgers.liability(), programmes.find()));
    }

    private Uni<PointsTransaction> once(boolean dryRun, String requestId, String asked, Supplier<Command> command) {
        Posting posting = Posting.of(actor(), requestId, asked, command(command));
        return dryRun
                ? Uni.createFrom().item(PointsMessagesGrpc.message(postings.simulate(posting)))
                : postings.post(posting).map(PointsMessagesGrpc::message);
    }

    private static Command command(Supplier<Command> command) {
        try {
            return command.get();
        } catch (Refusal outOfRange) {
            throw Failure.invalid("points", String.valueOf(outOfRange.getMessage()));
        }
    }

    private static UUID customer(String id) {
        return Fields.id("customerId", id);
    }

    private String actor() {
        return caller.getPrincipal().getName();
    }

    /** Equal for equal requests. */
    private static String asked(com.google.protobuf.MessageLite request) {
        return request.getClass().getSimpleName()
                + new String(request.toByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
