package io.smartcrm.loyalty.account;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.ledger.Balance;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.loyalty.ledger.Command.Cancel;
import io.smartcrm.loyalty.ledger.Command.CashCoupon;
import io.smartcrm.loyalty.ledger.Command.Past;
import io.smartcrm.loyalty.ledger.Command.Redeem;
import io.smartcrm.loyalty.ledger.Coupon;
import io.smartcrm.loyalty.ledger.Kind;
import io.smartcrm.loyalty.ledger.Ledger;
import io.smartcrm.loyalty.ledger.Lot;
import io.smartcrm.loyalty.ledger.LotUse;
import io.smartcrm.loyalty.ledger.MemberAccount;
import io.smartcrm.loyalty.ledger.Reward;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Loads what commands touch. The moment they happen at is that after the last lock was got. */
final class LedgerReader {
    private static final String OPEN =
            "insert into points_account (customer_id) select unnest(?::uuid[]) on conflict do nothing";
    private static final String ACCOUNTS = """
            select customer_id, available, pending, debt, tier from points_account
            where customer_id = any (?) order by customer_id""";
    private static final String LOTS = """
            select id, customer_id, transaction_id, order_id, granted, remaining, available_time, expire_time, released
            from points_lot where customer_id = any (?) and remaining > 0""";
    private static final String PAST = """
            select posted.id, posted.kind, posted.customer_id, posted.points, posted.reward_id,
                exists (select from points_transaction undo where undo.cancels = posted.id) as cancelled,
                coalesce(voucher.state = 'USED', false) as used_voucher
            from points_transaction posted left join voucher on voucher.transaction_id = posted.id
            where posted.id = any (?)""";
    private static final String USES =
            "select transaction_id, lot_id, points, expire_time from points_lot_use where transaction_id = any (?)";
    private static final String REWARDS = """
            select id, cost, active, from_time, to_time, tiers, per_customer, voucher_days, stock from reward
            where id = any (?) order by id""";
    private static final String TAKEN = """
            select reward_id as id, customer_id, count(*) as count from voucher
            where reward_id = any (?) and customer_id = any (?) and state <> 'VOID' group by reward_id, customer_id""";
    private static final String COUPONS = """
            select code, points, max_uses, per_customer, from_time, to_time, uses from coupon
            where code = any (?) order by code""";
    private static final String CASHED = """
            select code as id, customer_id, count(*) as count from coupon_use
            where code = any (?) and customer_id = any (?) group by code, customer_id""";
    private static final String LOCK = " for update";

    private final Connection connection;
    private final Clock clock;

    LedgerReader(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    Ledger lock(List<Command> commands) throws SQLException {
        List<UUID> opening = commands.stream()
                .filter(Command::opens)
                .flatMap(command -> command.customers().stream())
                .distinct()
                .sorted()
                .toList();
        if (!opening.isEmpty()) {
            ids(opening).update(OPEN);
        }
        return ledger(commands, LOCK);
    }

    Ledger read(List<Command> commands) throws SQLException {
        return ledger(commands, "");
    }

    private Ledger ledger(List<Command> commands, String lock) throws SQLException {
        List<UUID> customers = commands.stream()
                .flatMap(command -> command.customers().stream())
                .distinct()
                .toList();
        List<AccountRow> accounts = ids(customers).query(ACCOUNTS + lock, AccountRow::read);
        List<Past> past = past(commands);
        Collection<Reward> rewards = rewards(commands, past, customers, lock);
        Collection<Coupon> coupons = coupons(commands, customers, lock);
        Map<UUID, List<Lot>> lots =
                ids(customers).query(LOTS, LedgerReader::lot).stream().collect(groupingBy(Lot::customer));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<MemberAccount> members = accounts.stream()
                .map(account -> account.with(lots.getOrDefault(account.customer(), List.of())))
                .toList();
        return new Ledger(now, new LedgerIds(now), members).with(rewards, coupons, past);
    }

    private record AccountRow(UUID customer, Balance balance, Optional<String> tier) {
        static AccountRow read(ResultSet row) throws SQLException {
            return new AccountRow(
                    row.getObject("customer_id", UUID.class),
                    new Balance(row.getLong("available"), row.getLong("pending"), row.getLong("debt")),
                    Optional.ofNullable(row.getString("tier")));
        }

        MemberAccount with(List<Lot> lots) {
            return new MemberAccount(customer, balance, tier, lots);
        }
    }

    private static Lot lot(ResultSet row) throws SQLException {
        return new Lot(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getObject("transaction_id", UUID.class),
                Rows.optional(row, "order_id", UUID.class),
                row.getLong("granted"),
                row.getLong("remaining"),
                Rows.time(row, "available_time"),
                Rows.time(row, "expire_time"),
                row.getBoolean("released"));
    }

    private List<Past> past(List<Command> commands) throws SQLException {
        List<UUID> ids = commands.stream()
                .filter(Cancel.class::isInstance)
                .map(command -> ((Cancel) command).transaction())
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<LotUse>> uses = ids(ids)
                .query(
                        USES,
                        row -> new LotUse(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getLong(3),
                                Rows.time(row, "expire_time")))
                .stream()
                .collect(groupingBy(LotUse::transaction));
        return ids(ids).query(PAST, row -> past(row, uses));
    }

    private static Past past(ResultSet row, Map<UUID, List<LotUse>> uses) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Past(
                id,
                Kind.valueOf(row.getString("kind")),
                row.getObject("customer_id", UUID.class),
                row.getLong("points"),
                Rows.optional(row, "reward_id", UUID.class),
                row.getBoolean("cancelled"),
                row.getBoolean("used_voucher"),
                uses.getOrDefault(id, List.of()));
    }

    private Collection<Reward> rewards(List<Command> commands, List<Past> past, List<UUID> customers, String lock)
            throws SQLException {
        List<UUID> ids = Stream.concat(
                        commands.stream().filter(Redeem.class::isInstance).map(command -> ((Redeem) command).reward()),
                        past.stream().flatMap(transaction -> transaction.reward().stream()))
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        List<RewardRow> rows = ids(ids).query(REWARDS + lock, RewardRow::read);
        Map<UUID, Map<UUID, Long>> taken = counts(ids(ids), customers, TAKEN, UUID.class);
        return rows.stream()
                .map(row -> new Reward(row.id(), row.terms(), row.stock(), taken.getOrDefault(row.id(), Map.of())))
                .toList();
    }

    private record RewardRow(UUID id, Reward.Terms terms, OptionalLong stock) {
        static RewardRow read(ResultSet row) throws SQLException {
            return new RewardRow(
                    row.getObject("id", UUID.class),
                    new Reward.Terms(
                            row.getLong("cost"),
                            row.getBoolean("active"),
                            Rows.time(row, "from_time"),
                            Rows.time(row, "to_time"),
                            Set.copyOf(List.of((String[]) row.getArray("tiers").getArray())),
                            number(row, "per_customer"),
                            Duration.ofDays(row.getInt("voucher_days"))),
                    number(row, "stock"));
        }

        private static OptionalLong number(ResultSet row, String column) throws SQLException {
            return Rows.optional(row, column, Long.class).stream()
                    .mapToLong(Long::longValue)
                    .findFirst();
        }
    }

    private Collection<Coupon> coupons(List<Command> commands, List<UUID> customers, String lock) throws SQLException {
        List<String> codes = commands.stream()
                .filter(CashCoupon.class::isInstance)
                .map(command -> ((CashCoupon) command).code())
                .distinct()
                .toList();
        if (codes.isEmpty()) {
            return List.of();
        }
        Rows<String> named = Rows.of(connection, codes).column("text", code -> code);
        List<CouponRow> rows = named.query(COUPONS + lock, CouponRow::read);
        Map<String, Map<UUID, Long>> cashed = counts(named, customers, CASHED, String.class);
        return rows.stream()
                .map(row -> new Coupon(row.code(), row.terms(), row.uses(), cashed.getOrDefault(row.code(), Map.of())))
                .toList();
    }

    private record CouponRow(String code, Coupon.Terms terms, long uses) {
        static CouponRow read(ResultSet row) throws SQLException {
            return new CouponRow(
                    row.getString("code"),
                    new Coupon.Terms(
                            row.getLong("points"),
                            row.getLong("max_uses"),
                            row.getLong("per_customer"),
                            Rows.time(row, "from_time"),
                            Rows.time(row, "to_time")),
                    row.getLong("uses"));
        }
    }

    private record Count<K>(K id, UUID customer, long count) {}

    private <K> Map<K, Map<UUID, Long>> counts(Rows<?> named, List<UUID> customers, String sql, Class<K> type)
            throws SQLException {
        return named
                .value(connection.createArrayOf("uuid", customers.toArray()))
                .query(
                        sql,
                        row -> new Count<>(
                                row.getObject("id", type),
                                row.getObject("customer_id", UUID.class),
                                row.getLong("count")))
                .stream()
                .collect(groupingBy(Count::id, toMap(Count::customer, Count::count)));
    }

    private Rows<UUID> ids(List<UUID> ids) throws SQLException {
        return Rows.of(connection, ids).column("uuid", id -> id);
    }
}
