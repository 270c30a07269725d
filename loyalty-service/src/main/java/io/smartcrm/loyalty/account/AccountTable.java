package io.smartcrm.loyalty.account;

import io.smartcrm.loyalty.account.PointsAccount.NextExpiry;
import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.ledger.Balance;
import io.smartcrm.loyalty.ledger.Lot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads accounts and their history. */
public final class AccountTable {
    private static final String ACCOUNT = """
            select account.*, expiry.points as expiring, expiry.expire_time
            from points_account account
            left join lateral (
                select sum(remaining) as points, expire_time from points_lot lot
                where lot.customer_id = account.customer_id and remaining > 0 and expire_time < ?
                group by expire_time order by expire_time limit 1) expiry on true
            where account.customer_id = ?""";
    private static final String HISTORY = """
            select posted.*, voucher.code as voucher_code
            from points_transaction posted left join voucher on voucher.transaction_id = posted.id
            where (posted.customer_id = ? or posted.other_customer_id = ?) and posted.id < ?
            order by posted.id desc limit ?""";
    private static final String DUE = """
            select distinct customer_id from (
                (select customer_id from points_lot
                where remaining > 0 and not released and available_time <= ? order by available_time limit ?)
                union all
                (select customer_id from points_lot
                where remaining > 0 and expire_time <= ? order by expire_time limit ?)) due""";
    /** Above every id: the first page begins before it. */
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Connection connection;

    public AccountTable(Connection connection) {
        this.connection = connection;
    }

    /** Without points when nothing was ever credited. */
    public PointsAccount find(UUID customer) throws SQLException {
        return Rows.none(connection)
                .value(Lot.NEVER)
                .value(customer)
                .first(ACCOUNT, AccountTable::account)
                .orElseGet(() -> PointsAccount.empty(customer));
    }

    private static PointsAccount account(ResultSet row) throws SQLException {
        Optional<Instant> expireTime = Rows.optionalTime(row, "expire_time");
        long expiring = row.getLong("expiring");
        return new PointsAccount(
                row.getObject("customer_id", UUID.class),
                new Balance(row.getLong("available"), row.getLong("pending"), row.getLong("debt")),
                Optional.ofNullable(row.getString("tier")),
                Rows.optionalTime(row, "tier_time"),
                Rows.optionalTime(row, "grace_end_time"),
                expireTime.map(time -> new NextExpiry(expiring, time)));
    }

    /** The latest first; also what the customer received from others. */
    List<PointsTransaction> history(UUID customer, Optional<UUID> before, int limit) throws SQLException {
        return Rows.none(connection)
                .value(customer)
                .value(customer)
                .value(before.orElse(AFTER_ALL))
                .value(limit)
                .query(HISTORY, PointsTransaction::read);
    }

    /** Some of the customers who have points to release or expire. */
    List<UUID> due(Instant now, int limit) throws SQLException {
        return Rows.none(connection)
                .value(now)
                .value(limit)
                .value(now)
                .value(limit)
                .query(DUE, row -> row.getObject(1, UUID.class));
    }
}
