package io.smartcrm.gateway.points;

import static io.smartcrm.gateway.http.Parameters.text;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.MoneyView;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.points.LedgerViews.CheckView;
import io.smartcrm.gateway.points.LedgerViews.ExpiringView;
import io.smartcrm.gateway.points.LedgerViews.LiabilityView;
import io.smartcrm.gateway.points.LedgerViews.VerificationView;
import io.smartcrm.gateway.points.PointsCommands.Adjustment;
import io.smartcrm.gateway.points.PointsCommands.Cancellation;
import io.smartcrm.gateway.points.PointsCommands.CashedCoupon;
import io.smartcrm.gateway.points.PointsCommands.Payment;
import io.smartcrm.gateway.points.PointsCommands.Redemption;
import io.smartcrm.gateway.points.PointsCommands.Transfer;
import io.smartcrm.proto.loyalty.v1.AdjustPointsRequest;
import io.smartcrm.proto.loyalty.v1.CancelPointsTransactionRequest;
import io.smartcrm.proto.loyalty.v1.CashCouponRequest;
import io.smartcrm.proto.loyalty.v1.GetPointsAccountRequest;
import io.smartcrm.proto.loyalty.v1.GetPointsLiabilityRequest;
import io.smartcrm.proto.loyalty.v1.GetPointsLiabilityResponse;
import io.smartcrm.proto.loyalty.v1.ListPointsTransactionsRequest;
import io.smartcrm.proto.loyalty.v1.PointsAccount;
import io.smartcrm.proto.loyalty.v1.PointsServiceGrpc;
import io.smartcrm.proto.loyalty.v1.PointsTransaction;
import io.smartcrm.proto.loyalty.v1.RedeemRewardRequest;
import io.smartcrm.proto.loyalty.v1.SpendPointsRequest;
import io.smartcrm.proto.loyalty.v1.TransferPointsRequest;
import io.smartcrm.proto.loyalty.v1.VerifyLedgerRequest;
import io.smartcrm.proto.loyalty.v1.VerifyLedgerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Asks loyalty-service for points. */
@ApplicationScoped
class PointsClient {
    private final Calls calls;

    PointsClient(Calls calls) {
        this.calls = calls;
    }

    Uni<PointsAccountView> account(String customerId) {
        var request =
                GetPointsAccountRequest.newBuilder().setCustomerId(customerId).build();
        return calls.read(Service.LOYALTY, PointsServiceGrpc.getGetPointsAccountMethod(), request)
                .map(response -> view(response.getAccount()));
    }

    Uni<Page<PointsTransactionView>> transactions(String customerId, int pageSize, String pageToken) {
        var request = ListPointsTransactionsRequest.newBuilder()
                .setCustomerId(customerId)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.LOYALTY, PointsServiceGrpc.getListPointsTransactionsMethod(), request)
                .map(response ->
                        Page.of(response.getTransactionsList(), PointsClient::view, response.getNextPageToken()));
    }

    Uni<PointsTransactionView> adjust(String customerId, Adjustment wanted, String requestId) {
        var request = AdjustPointsRequest.newBuilder()
                .setCustomerId(customerId)
                .setPoints(number(wanted.points()))
                .setReason(text(wanted.reason()))
                .setDryRun(flag(wanted.dryRun()))
                .setRequestId(requestId);
        if (wanted.expireTime() != null) {
            request.setExpireTime(Messages.timestamp(wanted.expireTime()));
        }
        return calls.change(Service.LOYALTY, PointsServiceGrpc.getAdjustPointsMethod(), request.build())
                .map(response -> view(response.getTransaction()));
    }

    Uni<PointsTransactionView> spend(String customerId, Payment wanted, String requestId) {
        var request = SpendPointsRequest.newBuilder()
                .setCustomerId(customerId)
                .setPoints(number(wanted.points()))
                .setReason(text(wanted.reason()))
                .setDryRun(flag(wanted.dryRun()))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.LOYALTY, PointsServiceGrpc.getSpendPointsMethod(), request)
                .map(response -> view(response.getTransaction()));
    }

    Uni<PointsTransactionView> transfer(String customerId, Transfer wanted, String requestId) {
        var request = TransferPointsRequest.newBuilder()
                .setCustomerId(customerId)
                .setReceiverId(text(wanted.receiverId()))
                .setPoints(number(wanted.points()))
                .setReason(text(wanted.reason()))
                .setDryRun(flag(wanted.dryRun()))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.LOYALTY, PointsServiceGrpc.getTransferPointsMethod(), request)
                .map(response -> view(response.getTransaction()));
    }

    Uni<PointsTransactionView> redeem(String customerId, Redemption wanted, String requestId) {
        var request = RedeemRewardRequest.newBuilder()
                .setCustomerId(customerId)
                .setRewardId(text(wanted.rewardId()))
                .setDryRun(flag(wanted.dryRun()))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.LOYALTY, PointsServiceGrpc.getRedeemRewardMethod(), request)
                .map(response -> view(response.getTransaction()));
    }

    Uni<PointsTransactionView> cash(String customerId, CashedCoupon wanted, String requestId) {
        var request = CashCouponRequest.newBuilder()
                .setCustomerId(customerId)
                .setCode(text(wanted.code()))
                .setDryRun(flag(wanted.dryRun()))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.LOYALTY, PointsServiceGrpc.getCashCouponMethod(), request)
                .map(response -> view(response.getTransaction()));
    }

    Uni<PointsTransactionView> cancel(String customerId, String transactionId, Cancellation wanted, String requestId) {
        var request = CancelPointsTransactionRequest.newBuilder()
                .setCustomerId(customerId)
                .setTransactionId(transactionId)
                .setReason(text(wanted.reason()))
                .setDryRun(flag(wanted.dryRun()))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.LOYALTY, PointsServiceGrpc.getCancelPointsTransactionMethod(), request)
                .map(response -> view(response.getTransaction()));
    }

    Uni<VerificationView> verify() {
        return calls.train(
                        Service.LOYALTY,
                        PointsServiceGrpc.getVerifyLedgerMethod(),
                        VerifyLedgerRequest.getDefaultInstance())
                .map(PointsClient::view);
    }

    Uni<LiabilityView> liability() {
        return calls.train(
                        Service.LOYALTY,
                        PointsServiceGrpc.getGetPointsLiabilityMethod(),
                        GetPointsLiabilityRequest.getDefaultInstance())
                .map(PointsClient::view);
    }

    private static long number(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private static boolean flag(@Nullable Boolean flag) {
        return flag != null && flag;
    }

    private static PointsAccountView view(PointsAccount account) {
        boolean expires = account.hasExpiringTime();
        boolean hasNext = !account.getNextTier().isEmpty();
        return new PointsAccountView(
                account.getCustomerId(),
                account.getAvailable(),
                account.getPending(),
                account.getDebt(),
                Messages.text(account.getTier()),
                Messages.time(account.hasTierTime(), account.getTierTime()),
                Messages.time(account.hasGraceEndTime(), account.getGraceEndTime()),
                account.getMeasured(),
                Messages.text(account.getNextTier()),
                hasNext ? account.getMissingForNextTier() : null,
                expires ? account.getExpiringPoints() : null,
                Messages.time(expires, account.getExpiringTime()));
    }

    private static PointsTransactionView view(PointsTransaction made) {
        return new PointsTransactionView(
                made.getId(),
                made.getCustomerId(),
                Messages.name(made.getKind()),
                made.getPoints(),
                made.getAvailableAfter(),
                made.getPendingAfter(),
                made.getDebtAfter(),
                Messages.text(made.getOrderId()),
                Messages.text(made.getRewardId()),
                Messages.text(made.getOtherCustomerId()),
                Messages.text(made.getCancelledTransactionId()),
                Messages.text(made.getReason()),
                made.getActor(),
                Messages.time(made.hasCreateTime(), made.getCreateTime()),
                Messages.text(made.getVoucherCode()));
    }

    private static VerificationView view(VerifyLedgerResponse verified) {
        return new VerificationView(
                verified.getHolds(),
                verified.getTransactions(),
                verified.getEntries(),
                verified.getAccounts(),
                verified.getChecksList().stream()
                        .map(check -> new CheckView(check.getName(), check.getViolations(), check.getExamplesList()))
                        .toList());
    }

    private static LiabilityView view(GetPointsLiabilityResponse owed) {
        return new LiabilityView(
                owed.getAvailable(),
                owed.getPending(),
                owed.getDebt(),
                owed.getBreakageRate(),
                owed.getExpectedBreakage(),
                owed.hasExpectedCost()
                        ? new MoneyView(
                                owed.getExpectedCost().getCurrencyCode(),
                                owed.getExpectedCost().getMinorUnits())
                        : null,
                owed.getExpiringList().stream()
                        .map(month -> new ExpiringView(Messages.text(month.getMonth()), month.getPoints()))
                        .toList());
    }
}
