package io.smartcrm.loyalty.account;

import io.smartcrm.loyalty.account.Verification.Check;
import io.smartcrm.loyalty.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proves the ledger from its entries alone, at one moment. Reads all of it. */
public final class LedgerVerification {
    private static final int EXAMPLES = 10;
    private static final Map<String, String> CHECKS = checks();

    private static final String COUNTS = """
            select (select count(*) from points_transaction), (select count(*) from points_entry),
                (select count(*) from points_account)""";

    private final Connection connection;

    /** @param connection in a transaction that has not read anything yet */
    public LedgerVerification(Connection connection) {
        this.connection = connection;
    }

    private static Map<String, String> checks() {
        Map<String, String> checks = new LinkedHashMap<>();
        checks.put("entriesOfEachTransactionSumToZero", """
                select posted.id from points_transaction posted
                left join (select transaction_id, sum(points) as sum from points_entry group by transaction_id) entries
                    on entries.transaction_id = posted.id
                where entries.sum is distinct from 0""");
        checks.put("entriesBelongToTransactions", """
                select entry.transaction_id from points_entry entry
                where not exists (select from points_transaction posted where posted.id = entry.transaction_id)""");
        checks.put("balancesAreTheSumsOfTheirEntries", """
                select coalesce(account.customer_id, entries.customer_id)
                from points_account account full join (
                    select customer_id,
                        coalesce(sum(points) filter (where account = 'MEMBER'), 0) as available,
                        coalesce(sum(points) filter (where account = 'LIABILITY'), 0) as pending,
                        coalesce(-sum(points) filter (where account = 'DEBT'), 0) as debt
                    from points_entry where customer_id is not null group by customer_id) entries
                    on entries.customer_id = account.customer_id
                where (coalesce(account.available, 0), coalesce(account.pending, 0), coalesce(account.debt, 0))
                    <> (coalesce(entries.available, 0), coalesce(entries.pending, 0), coalesce(entries.debt, 0))""");
        checks.put("balancesAreTheSumsOfTheirLots", """
                select account.customer_id from points_account account left join (
                    select customer_id,
                        coalesce(sum(remaining) filter (where released), 0) as available,
                        coalesce(sum(remaining) filter (where not released), 0) as pending
                    from points_lot where remaining > 0 group by customer_id) lots
                    on lots.customer_id = account.customer_id
                where (account.available, account.pending) <> (coalesce(lots.available, 0), coalesce(lots.pending, 0))""");
        checks.put("noBalanceIsBelowZero", """
                select customer_id from points_account where available < 0 or pending < 0 or debt < 0""");
        checks.put("lotsAreWhatWasGrantedLessWhatWasUsed", """
                select lot.id from points_lot lot left join (
                    select lot_id, sum(points) as used from points_lot_use group by lot_id) uses on uses.lot_id = lot.id
                where lot.granted - coalesce(uses.used, 0) <> lot.remaining""");
        checks.put("eachKeyStandsForATransaction", """
                select claim.transaction_id from points_key claim
                where not exists (select from points_transaction posted where posted.id = claim.transaction_id)""");
        checks.put("rewardsAreNotOversold", "select id from reward where stock < 0");
        checks.put("couponsAreNotOverused", """
                select coupon.code from coupon left join (
                    select code, count(*) as uses from coupon_use group by code) cashed on cashed.code = coupon.code
                where coupon.uses <> coalesce(cashed.uses, 0) or coupon.uses > coupon.max_uses""");
        return checks;
    }

    public Verification verify() throws SQLException {
        try (Statement terms = connection.createStatement()) {
            terms.execute("set transaction isolation level repeatable read read only");
        }
        List<Check> checks = new ArrayList<>();
        for (var check : CHECKS.entrySet()) {
            checks.add(check(check.getKey(), check.getValue()));
        }
        return Rows.none(connection)
                .first(COUNTS, row -> new Verification(row.getLong(1), row.getLong(2), row.getLong(3), checks))
                .orElseThrow();
    }

    private Check check(String name, String violating) throws SQLException {
        String sql = "select count(*) as violations, coalesce((array_agg(id::text))[1:" + EXAMPLES
                + "], '{}') as examples from (" + violating + ") as violating (id)";
        return Rows.none(connection)
                .first(
                        sql,
                        row -> new Check(name, row.getLong("violations"), List.of((String[])
                                row.getArray("examples").getArray())))
                .orElseThrow();
    }
}
