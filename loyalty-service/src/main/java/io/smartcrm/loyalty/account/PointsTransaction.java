package io.smartcrm.loyalty.account;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.ledger.Balance;
import io.smartcrm.loyalty.ledger.Kind;
import io.smartcrm.loyalty.ledger.LedgerTransaction;
import io.smartcrm.loyalty.ledger.LedgerTransaction.Details;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A transaction as history tells it.
 *
 * @param after the customer's balance
 * @param voucher the code of the voucher that it issued
 */
public record PointsTransaction(
        UUID id,
        Kind kind,
        UUID customer,
        long points,
        Balance after,
        Details details,
        Instant time,
        Optional<String> voucher) {
    static PointsTransaction of(LedgerTransaction made, Optional<String> voucher) {
        return new PointsTransaction(
                made.id(),
                made.kind(),
                made.customer(),
                made.points(),
                made.after(),
                made.details(),
                made.time(),
                voucher);
    }

    /** A row of {@code points_transaction} with the code of its voucher. */
    static PointsTransaction read(ResultSet row) throws SQLException {
        return new PointsTransaction(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("customer_id", UUID.class),
                row.getLong("points"),
                new Balance(row.getLong("available_after"), row.getLong("pending_after"), row.getLong("debt_after")),
                new Details(
                        Rows.optional(row, "order_id", UUID.class),
                        Rows.optional(row, "reward_id", UUID.class),
                        Rows.optional(row, "other_customer_id", UUID.class),
                        Rows.optional(row, "cancels", UUID.class),
                        row.getString("reason"),
                        row.getString("actor")),
                Rows.time(row, "create_time"),
                Optional.ofNullable(row.getString("voucher_code")));
    }
}
