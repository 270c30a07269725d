package io.smartcrm.gateway.fakes;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.loyalty.v1.AdjustPointsRequest;
import io.smartcrm.proto.loyalty.v1.AdjustPointsResponse;
import io.smartcrm.proto.loyalty.v1.CancelPointsTransactionRequest;
import io.smartcrm.proto.loyalty.v1.CancelPointsTransactionResponse;
import io.smartcrm.proto.loyalty.v1.CashCouponRequest;
import io.smartcrm.proto.loyalty.v1.CashCouponResponse;
import io.smartcrm.proto.loyalty.v1.ExpiringPoints;
import io.smartcrm.proto.loyalty.v1.GetPointsAccountRequest;
import io.smartcrm.proto.loyalty.v1.GetPointsAccountResponse;
import io.smartcrm.proto.loyalty.v1.GetPointsLiabilityRequest;
import io.smartcrm.proto.loyalty.v1.GetPointsLiabilityResponse;
import io.smartcrm.proto.loyalty.v1.LedgerCheck;
import io.smartcrm.proto.loyalty.v1.ListPointsTransactionsRequest;
import io.smartcrm.proto.loyalty.v1.ListPointsTransactionsResponse;
import io.smartcrm.proto.loyalty.v1.PointsAccount;
import io.smartcrm.proto.loyalty.v1.PointsServiceGrpc.PointsServiceImplBase;
import io.smartcrm.proto.loyalty.v1.PointsTransaction;
import io.smartcrm.proto.loyalty.v1.PointsTransactionKind;
import io.smartcrm.proto.loyalty.v1.RedeemRewardRequest;
import io.smartcrm.proto.loyalty.v1.RedeemRewardResponse;
import io.smartcrm.proto.loyalty.v1.SpendPointsRequest;
import io.smartcrm.proto.loyalty.v1.SpendPointsResponse;
import io.smartcrm.proto.loyalty.v1.TransferPointsRequest;
import io.smartcrm.proto.loyalty.v1.TransferPointsResponse;
import io.smartcrm.proto.loyalty.v1.VerifyLedgerRequest;
import io.smartcrm.proto.loyalty.v1.VerifyLedgerResponse;
import io.smartcrm.proto.type.v1.Money;
import io.smartcrm.wire.Failure;

/** An account of 500 points: who wants more is refused. */
final class FakePoints extends PointsServiceImplBase {
    private static final long BALANCE = 500;

    @Override
    public void getPointsAccount(GetPointsAccountRequest request, StreamObserver<GetPointsAccountResponse> answer) {
        Ids.answer(
                "points account",
                request.getCustomerId(),
                answer,
                () -> GetPointsAccountResponse.newBuilder()
                        .setAccount(PointsAccount.newBuilder()
                                .setCustomerId(request.getCustomerId())
                                .setAvailable(BALANCE)
                                .setTier("silver")
                                .setNextTier("gold")
                                .setMissingForNextTier(120))
                        .build());
    }

    @Override
    public void listPointsTransactions(
            ListPointsTransactionsRequest request, StreamObserver<ListPointsTransactionsResponse> answer) {
        Ids.complete(
                answer,
                ListPointsTransactionsResponse.newBuilder()
                        .addTransactions(made(PointsTransactionKind.POINTS_TRANSACTION_KIND_EARN, 100))
                        .build());
    }

    @Override
    public void adjustPoints(AdjustPointsRequest request, StreamObserver<AdjustPointsResponse> answer) {
        Ids.complete(
                answer,
                AdjustPointsResponse.newBuilder()
                        .setTransaction(
                                made(PointsTransactionKind.POINTS_TRANSACTION_KIND_ADJUST, request.getPoints())
                                        .toBuilder()
                                        .setReason(request.getReason()))
                        .build());
    }

    @Override
    public void spendPoints(SpendPointsRequest request, StreamObserver<SpendPointsResponse> answer) {
        if (request.getPoints() > BALANCE) {
            answer.onError(new Failure(
                            Failure.Kind.UNPROCESSABLE,
                            "INSUFFICIENT_POINTS",
                            request.getPoints() + " points are needed")
                    .toStatus());
            return;
        }
        Ids.complete(
                answer,
                SpendPointsResponse.newBuilder()
                        .setTransaction(made(PointsTransactionKind.POINTS_TRANSACTION_KIND_SPEND, -request.getPoints()))
                        .build());
    }

    @Override
    public void transferPoints(TransferPointsRequest request, StreamObserver<TransferPointsResponse> answer) {
        Ids.complete(
                answer,
                TransferPointsResponse.newBuilder()
                        .setTransaction(
                                made(PointsTransactionKind.POINTS_TRANSACTION_KIND_TRANSFER, -request.getPoints())
                                        .toBuilder()
                                        .setOtherCustomerId(request.getReceiverId()))
                        .build());
    }

    @Override
    public void redeemReward(RedeemRewardRequest request, StreamObserver<RedeemRewardResponse> answer) {
        Ids.complete(
                answer,
                RedeemRewardResponse.newBuilder()
                        .setTransaction(made(PointsTransactionKind.POINTS_TRANSACTION_KIND_REDEEM, -50).toBuilder()
                                .setVoucherCode("7QX2M-0TJ4K-W9ZCD"))
                        .build());
    }

    @Override
    public void cashCoupon(CashCouponRequest request, StreamObserver<CashCouponResponse> answer) {
        Ids.complete(
                answer,
                CashCouponResponse.newBuilder()
                        .setTransaction(made(PointsTransactionKind.POINTS_TRANSACTION_KIND_COUPON, 200))
                        .build());
    }

    @Override
    public void cancelPointsTransaction(
            CancelPointsTransactionRequest request, StreamObserver<CancelPointsTransactionResponse> answer) {
        Ids.complete(
                answer,
                CancelPointsTransactionResponse.newBuilder()
                        .setTransaction(made(PointsTransactionKind.POINTS_TRANSACTION_KIND_CANCEL, 50).toBuilder()
                                .setCancelledTransactionId(request.getTransactionId()))
                        .build());
    }

    @Override
    public void verifyLedger(VerifyLedgerRequest request, StreamObserver<VerifyLedgerResponse> answer) {
        Ids.complete(
                answer,
                VerifyLedgerResponse.newBuilder()
                        .setTransactions(7)
                        .addChecks(LedgerCheck.newBuilder()
                                .setName("noBalanceIsBelowZero")
                                .setViolations(1)
                                .addExamples(Ids.KNOWN))
                        .build());
    }

    @Override
    public void getPointsLiability(
            GetPointsLiabilityRequest request, StreamObserver<GetPointsLiabilityResponse> answer) {
        Ids.complete(
                answer,
                GetPointsLiabilityResponse.newBuilder()
                        .setAvailable(BALANCE)
                        .setExpectedCost(
                                Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(250))
                        .addExpiring(ExpiringPoints.newBuilder().setPoints(BALANCE))
                        .build());
    }

    private static PointsTransaction made(PointsTransactionKind kind, long points) {
        return PointsTransaction.newBuilder()
                .setId(Ids.KNOWN)
                .setCustomerId(Ids.KNOWN)
                .setKind(kind)
                .setPoints(points)
                .setAvailableAfter(BALANCE + points)
                .setActor("ann")
                .setCreateTime(Timestamps.fromMillis(1_767_000_000_000L))
                .build();
    }
}
