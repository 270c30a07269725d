package io.smartcrm.loyalty.account;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.ledger.Coupon;
import io.smartcrm.loyalty.ledger.CouponUse;
import io.smartcrm.loyalty.ledger.Entry;
import io.smartcrm.loyalty.ledger.IssuedVoucher;
import io.smartcrm.loyalty.ledger.Journal;
import io.smartcrm.loyalty.ledger.Ledger;
import io.smartcrm.loyalty.ledger.LedgerTransaction;
import io.smartcrm.loyalty.ledger.Lot;
import io.smartcrm.loyalty.ledger.LotUse;
import io.smartcrm.loyalty.ledger.MemberAccount;
import io.smartcrm.loyalty.ledger.Reward;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what a ledger's commands changed, a statement a table. */
final class JournalWriter {
    private static final String TRANSACTIONS = """
            insert into points_transaction (id, kind, customer_id, points, order_id, reward_id, other_customer_id, cancels,
                reason, actor, available_after, pending_after, debt_after, create_time)
            select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[],
                ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[])""";
    private static final String ENTRIES = """
            insert into points_entry (transaction_id, line, account, customer_id, points)
            select * from unnest(?::uuid[], ?::smallint[], ?::text[], ?::uuid[], ?::bigint[])""";
    private static final String NEW_LOTS = """
            insert into points_lot (id, customer_id, transaction_id, order_id, granted, remaining, available_time,
                expire_time, released)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::timestamptz[],
                ?::timestamptz[], ?::boolean[])""";
    private static final String LOTS = """
            update points_lot lot set remaining = changed.remaining, released = changed.released
            from unnest(?::uuid[], ?::bigint[], ?::boolean[]) as changed (id, remaining, released)
            where lot.id = changed.id""";
    private static final String USES = """
            insert into points_lot_use (transaction_id, lot_id, points, expire_time)
            select * from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::timestamptz[])""";
    private static final String BALANCES = """
            update points_account account set available = changed.available, pending = changed.pending, debt = changed.debt
            from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[]) as changed (id, available, pending, debt)
            where account.customer_id = changed.id""";
    private static final String STOCK = """
            update reward set stock = stock - changed.sold
            from unnest(?::uuid[], ?::bigint[]) as changed (id, sold) where reward.id = changed.id""";
    private static final String VOUCHERS = """
            insert into voucher (code, reward_id, customer_id, transaction_id, state, expire_time)
            select code, reward, customer, id, 'ISSUED', expire_time
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[])
                as issued (code, reward, customer, id, expire_time)""";
    private static final String VOID = "update voucher set state = 'VOID' where transaction_id = any (?)";
    private static final String COUPONS = """
            update coupon set uses = changed.uses
            from unnest(?::text[], ?::bigint[]) as changed (code, uses) where coupon.code = changed.code""";
    private static final String COUPON_USES = """
            insert into coupon_use (code, customer_id, transaction_id) select * from unnest(?::text[], ?::uuid[], ?::uuid[])""";

    private final Connection connection;

    JournalWriter(Connection connection) {
        this.connection = connection;
    }

    void write(Ledger ledger) throws SQLException {
        Journal journal = ledger.journal();
        if (journal.transactions().isEmpty()) {
            return;
        }
        transactions(journal.transactions());
        entries(journal.transactions());
        lots(journal);
        balances(ledger);
        offers(ledger);
    }

    private void transactions(List<LedgerTransaction> made) throws SQLException {
        Rows.of(connection, made)
                .column("uuid", LedgerTransaction::id)
                .column("text", transaction -> transaction.kind().name())
                .column("uuid", LedgerTransaction::customer)
                .column("bigint", LedgerTransaction::points)
                .column("uuid", transaction -> present(transaction.details().order()))
                .column("uuid", transaction -> present(transaction.details().reward()))
                .column("uuid", transaction -> present(transaction.details().other()))
                .column("uuid", transaction -> present(transaction.details().cancels()))
                .column("text", transaction -> transaction.details().reason())
                .column("text", transaction -> transaction.details().actor())
                .column("bigint", transaction -> transaction.after().available())
                .column("bigint", transaction -> transaction.after().pending())
                .column("bigint", transaction -> transaction.after().debt())
                .times(LedgerTransaction::time)
                .update(TRANSACTIONS);
    }

    private record Line(UUID transaction, int number, Entry entry) {}

    private void entries(List<LedgerTransaction> made) throws SQLException {
        List<Line> lines = new ArrayList<>();
        for (LedgerTransaction transaction : made) {
            for (Entry entry : transaction.entries()) {
                lines.add(new Line(transaction.id(), transaction.entries().indexOf(entry) + 1, entry));
            }
        }
        Rows.of(connection, lines)
                .column("uuid", Line::transaction)
                .column("smallint", Line::number)
                .column("text", line -> line.entry().account().name())
                .column("uuid", line -> present(line.entry().customer()))
                .column("bigint", line -> line.entry().points())
                .update(ENTRIES);
    }

    private void lots(Journal journal) throws SQLException {
        Set<UUID> made =
                journal.transactions().stream().map(LedgerTransaction::id).collect(toSet());
        Map<Boolean, List<Lot>> isNew =
                journal.lots().stream().collect(partitioningBy(lot -> made.contains(lot.transaction())));
        List<Lot> created = isNew.getOrDefault(true, List.of());
        if (!created.isEmpty()) {
            Rows.of(connection, created)
                    .column("uuid", Lot::id)
                    .column("uuid", Lot::customer)
                    .column("uuid", Lot::transaction)
                    .column("uuid", lot -> present(lot.order()))
                    .column("bigint", Lot::granted)
                    .column("bigint", Lot::remaining)
                    .times(Lot::availableTime)
                    .times(Lot::expireTime)
                    .column("boolean", Lot::released)
                    .update(NEW_LOTS);
        }
        List<Lot> changed = isNew.getOrDefault(false, List.of());
        if (!changed.isEmpty()) {
            Rows.of(connection, changed)
                    .column("uuid", Lot::id)
                    .column("bigint", Lot::remaining)
                    .column("boolean", Lot::released)
                    .update(LOTS);
        }
        if (!journal.uses().isEmpty()) {
            Rows.of(connection, journal.uses())
                    .column("uuid", LotUse::transaction)
                    .column("uuid", LotUse::lot)
                    .column("bigint", LotUse::points)
                    .times(LotUse::expireTime)
                    .update(USES);
        }
    }

    private void balances(Ledger ledger) throws SQLException {
        Set<UUID> touched = ledger.journal().transactions().stream()
                .flatMap(made -> Stream.concat(Stream.of(made.customer()), made.details().other().stream()))
                .collect(toSet());
        Rows.of(
                        connection,
                        ledger.accounts().stream()
                                .filter(account -> touched.contains(account.customer()))
                                .toList())
                .column("uuid", MemberAccount::customer)
                .column("bigint", account -> account.balance().available())
                .column("bigint", account -> account.balance().pending())
                .column("bigint", account -> account.balance().debt())
                .update(BALANCES);
    }

    private void offers(Ledger ledger) throws SQLException {
        Journal journal = ledger.journal();
        List<Reward> moved =
                ledger.rewards().stream().filter(reward -> reward.sold() != 0).toList();
        if (!moved.isEmpty()) {
            Rows.of(connection, moved)
                    .column("uuid", Reward::id)
                    .column("bigint", Reward::sold)
                    .update(STOCK);
        }
        if (!journal.vouchers().isEmpty()) {
            Rows.of(connection, journal.vouchers())
                    .column("text", IssuedVoucher::code)
                    .column("uuid", IssuedVoucher::reward)
                    .column("uuid", IssuedVoucher::customer)
                    .column("uuid", IssuedVoucher::transaction)
                    .times(IssuedVoucher::expireTime)
                    .update(VOUCHERS);
        }
        if (!journal.voided().isEmpty()) {
            Rows.of(connection, journal.voided()).column("uuid", id -> id).update(VOID);
        }
        if (!journal.couponUses().isEmpty()) {
            Rows.of(connection, ledger.coupons())
                    .column("text", Coupon::code)
                    .column("bigint", Coupon::uses)
                    .update(COUPONS);
            Rows.of(connection, journal.couponUses())
                    .column("text", CouponUse::code)
                    .column("uuid", CouponUse::customer)
                    .column("uuid", CouponUse::transaction)
                    .update(COUPON_USES);
        }
    }

    private static @Nullable UUID present(Optional<UUID> id) {
        return id.orElse(null);
    }
}
