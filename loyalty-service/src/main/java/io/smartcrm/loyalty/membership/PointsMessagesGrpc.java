package io.smartcrm.loyalty.membership;

import com.google.protobuf.Timestamp;
import io.smartcrm.loyalty.account.PointsLiability;
import io.smartcrm.loyalty.account.PointsTransaction;
import io.smartcrm.loyalty.account.Verification;
import io.smartcrm.loyalty.ledger.Kind;
import io.smartcrm.loyalty.ledger.Lot;
import io.smartcrm.loyalty.programme.Programme;
import io.smartcrm.loyalty.programme.Programmes.Membership;
import io.smartcrm.proto.loyalty.v1.ExpiringPoints;
import io.smartcrm.proto.loyalty.v1.GetPointsLiabilityResponse;
import io.smartcrm.proto.loyalty.v1.LedgerCheck;
import io.smartcrm.proto.loyalty.v1.PointsAccount;
import io.smartcrm.proto.loyalty.v1.PointsTransactionKind;
import io.smartcrm.proto.loyalty.v1.VerifyLedgerResponse;
import io.smartcrm.proto.type.v1.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Points as messages. */
final class PointsMessagesGrpc {
    private static final int NEVER = Lot.NEVER.atZone(ZoneOffset.UTC).getYear();

    private PointsMessagesGrpc() {}

    static PointsAccount message(Membership membership) {
        var account = membership.account();
        var message = PointsAccount.newBuilder()
                .setCustomerId(account.customer().toString())
                .setAvailable(account.balance().available())
                .setPending(account.balance().pending())
                .setDebt(account.balance().debt())
                .setTier(account.tier().orElse(""));
        account.tierTime().map(PointsMessagesGrpc::timestamp).ifPresent(message::setTierTime);
        account.graceEndTime().map(PointsMessagesGrpc::timestamp).ifPresent(message::setGraceEndTime);
        account.nextExpiry()
                .ifPresent(
                        expiry -> message.setExpiringPoints(expiry.points()).setExpiringTime(timestamp(expiry.time())));
        membership.standing().ifPresent(standing -> {
            message.setMeasured(standing.measured());
            standing.next()
                    .ifPresent(next -> message.setNextTier(next.name()).setMissingForNextTier(standing.missing()));
        });
        return message.build();
    }

    static io.smartcrm.proto.loyalty.v1.PointsTransaction message(PointsTransaction transaction) {
        var details = transaction.details();
        return io.smartcrm.proto.loyalty.v1.PointsTransaction.newBuilder()
                .setId(transaction.id().toString())
                .setCustomerId(transaction.customer().toString())
                .setKind(kind(transaction.kind()))
                .setPoints(transaction.points())
                .setAvailableAfter(transaction.after().available())
                .setPendingAfter(transaction.after().pending())
                .setDebtAfter(transaction.after().debt())
                .setOrderId(text(details.order()))
                .setRewardId(text(details.reward()))
                .setOtherCustomerId(text(details.other()))
                .setCancelledTransactionId(text(details.cancels()))
                .setReason(details.reason())
                .setActor(details.actor())
                .setCreateTime(timestamp(transaction.time()))
                .setVoucherCode(transaction.voucher().orElse(""))
                .build();
    }

    private static PointsTransactionKind kind(Kind kind) {
        return switch (kind) {
            case EARN -> PointsTransactionKind.POINTS_TRANSACTION_KIND_EARN;
            case RELEASE -> PointsTransactionKind.POINTS_TRANSACTION_KIND_RELEASE;
            case EXPIRE -> PointsTransactionKind.POINTS_TRANSACTION_KIND_EXPIRE;
            case REVERSE -> PointsTransactionKind.POINTS_TRANSACTION_KIND_REVERSE;
            case ADJUST -> PointsTransactionKind.POINTS_TRANSACTION_KIND_ADJUST;
            case TRANSFER -> PointsTransactionKind.POINTS_TRANSACTION_KIND_TRANSFER;
            case REDEEM -> PointsTransactionKind.POINTS_TRANSACTION_KIND_REDEEM;
            case SPEND -> PointsTransactionKind.POINTS_TRANSACTION_KIND_SPEND;
            case COUPON -> PointsTransactionKind.POINTS_TRANSACTION_KIND_COUPON;
            case REFERRAL -> PointsTransactionKind.POINTS_TRANSACTION_KIND_REFERRAL;
            case MERGE -> PointsTransactionKind.POINTS_TRANSACTION_KIND_MERGE;
            case CANCEL -> PointsTransactionKind.POINTS_TRANSACTION_KIND_CANCEL;
        };
    }

    static VerifyLedgerResponse message(Verification verification) {
        var message = VerifyLedgerResponse.newBuilder()
                .setHolds(verification.holds())
                .setTransactions(verification.transactions())
                .setEntries(verification.entries())
                .setAccounts(verification.accounts());
        verification
                .checks()
                .forEach(check -> message.addChecks(LedgerCheck.newBuilder()
                        .setName(check.name())
                        .setViolations(check.violations())
                        .addAllExamples(check.examples())));
        return message.build();
    }

    static GetPointsLiabilityResponse message(PointsLiability liability, Optional<Programme> programme) {
        var message = GetPointsLiabilityResponse.newBuilder()
                .setAvailable(liability.available())
                .setPending(liability.pending())
                .setDebt(liability.debt())
                .setBreakageRate(liability.breakageRate())
                .setExpectedBreakage(liability.expectedBreakage());
        programme
                .map(Programme::terms)
                .ifPresent(terms -> message.setExpectedCost(Money.newBuilder()
                        .setCurrencyCode(terms.currencyCode())
                        .setMinorUnits(liability.expectedCost(terms.minorUnitsPerThousandPoints()))));
        liability
                .months()
                .forEach(month -> message.addExpiring(ExpiringPoints.newBuilder()
                        .setMonth(
                                month.month().getYear() == NEVER
                                        ? ""
                                        : month.month().toString())
                        .setPoints(month.points())));
        return message.build();
    }

    static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    private static String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse("");
    }
}
