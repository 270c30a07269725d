package io.smartcrm.loyalty.reward;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.ledger.Lot;
import io.smartcrm.loyalty.reward.Reward.Offer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Rewards in PostgreSQL. */
final class RewardTable {
    private static final Instant ALWAYS = Instant.EPOCH;
    private static final String FIND = "select * from reward where id = ?";
    private static final String LIST = "select * from reward where id > ? order by id limit ?";
    private static final String NAMED = "select 1 from reward where lower(name) = lower(?) and id <> ?";
    private static final String INSERT = """
            insert into reward (name, description, cost, active, from_time, to_time, tiers, per_customer, voucher_days, id,
                stock, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""";
    private static final String UPDATE = """
            update reward set name = ?, description = ?, cost = ?, active = ?, from_time = ?, to_time = ?, tiers = ?,
                per_customer = ?, voucher_days = ?, version = version + 1, stock = stock + ?
            where id = ?""";

    private final Connection connection;

    RewardTable(Connection connection) {
        this.connection = connection;
    }

    Optional<Reward> find(UUID id) throws SQLException {
        return Rows.none(connection).value(id).first(FIND, RewardTable::reward);
    }

    /** Nobody redeems it until the transaction ends. */
    Optional<Reward> lock(UUID id) throws SQLException {
        return Rows.none(connection).value(id).first(FIND + " for update", RewardTable::reward);
    }

    List<Reward> page(UUID after, int limit) throws SQLException {
        return Rows.none(connection).value(after).value(limit).query(LIST, RewardTable::reward);
    }

    boolean named(String name, UUID butNot) throws SQLException {
        return Rows.none(connection)
                .value(name)
                .value(butNot)
                .first(NAMED, row -> true)
                .isPresent();
    }

    private static Reward reward(ResultSet row) throws SQLException {
        return new Reward(
                row.getObject("id", UUID.class),
                new Offer(
                        row.getString("name"),
                        row.getString("description"),
                        row.getLong("cost"),
                        row.getBoolean("active"),
                        Rows.optionalTime(row, "from_time").filter(time -> !time.equals(ALWAYS)),
                        Rows.optionalTime(row, "to_time").filter(time -> !time.equals(Lot.NEVER)),
                        List.of((String[]) row.getArray("tiers").getArray()),
                        number(row, "per_customer"),
                        row.getInt("voucher_days")),
                number(row, "stock"),
                row.getLong("version"));
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        return Rows.optional(row, column, Long.class).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    void insert(UUID id, Offer offer, OptionalLong stock) throws SQLException {
        offered(offer)
                .value(id)
                .value(stock.isPresent() ? stock.getAsLong() : null)
                .update(INSERT);
    }

    void update(UUID id, Offer offer, long stockChange) throws SQLException {
        offered(offer).value(stockChange).value(id).update(UPDATE);
    }

    private Rows<Object> offered(Offer offer) throws SQLException {
        OptionalLong perCustomer = offer.perCustomer();
        return Rows.none(connection)
                .value(offer.name())
                .value(offer.description())
                .value(offer.cost())
                .value(offer.active())
                .value(offer.fromTime().orElse(ALWAYS))
                .value(offer.toTime().orElse(Lot.NEVER))
                .value(connection.createArrayOf("text", offer.tiers().toArray()))
                .value(perCustomer.isPresent() ? perCustomer.getAsLong() : null)
                .value(offer.voucherDays());
    }
}
