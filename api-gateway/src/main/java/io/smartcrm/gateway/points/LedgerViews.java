package io.smartcrm.gateway.points;

import io.smartcrm.gateway.http.MoneyView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the ledger tells of itself. */
final class LedgerViews {
    private LedgerViews() {}

    /** Whether it adds up. */
    @Schema(name = "LedgerVerification")
    public record VerificationView(
            boolean holds, long transactions, long entries, long accounts, List<CheckView> checks) {
        public VerificationView {
            checks = List.copyOf(checks);
        }
    }

    /** One thing that must hold. */
    @Schema(name = "LedgerCheck")
    public record CheckView(
            @Schema(examples = "entriesOfEachTransactionSumToZero")
            String name,

            long violations,

            @Schema(description = "Ids of at most ten that violate it")
            List<String> examples) {
        public CheckView {
            examples = List.copyOf(examples);
        }
    }

    /** What the programme owes. */
    @Schema(name = "PointsLiability")
    public record LiabilityView(
            long available,
            long pending,
            long debt,

            @Schema(description = "Share of the points that came to an end in two years by expiring, 0 to 1")
            double breakageRate,

            @Schema(description = "Of what is owed, points that will probably expire unspent")
            long expectedBreakage,

            @Schema(description = "What is owed less the expected breakage; absent without a programme") @Nullable
            MoneyView expectedCost,

            List<ExpiringView> expiring) {
        public LiabilityView {
            expiring = List.copyOf(expiring);
        }
    }

    /** Points that expire in one month. */
    @Schema(name = "ExpiringPoints")
    public record ExpiringView(
            @Schema(description = "Its first day; absent for points that never expire", examples = "2026-03-01")
            @Nullable
            String month,

            long points) {}
}
