package io.smartcrm.loyalty.reward;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Vouchers, which are issued with a redemption and used once. Blocks: for worker threads. */
@ApplicationScoped
class Vouchers {
    private static final String OF_CUSTOMER =
            "select * from voucher where customer_id = ? and code > ? order by code limit ?";
    private static final String FIND = "select *, expire_time <= now() as expired from voucher where code = ?";
    private static final String USE = """
            update voucher set state = 'USED', use_time = now()
            where code = ? and state = 'ISSUED' and expire_time > now() returning *""";

    private final Database database;

    Vouchers(Database database) {
        this.database = database;
    }

    /** @param after the last code of the page before; empty for the first page */
    List<Voucher> list(UUID customer, String after, int limit) {
        return database.transaction(connection ->
                Rows.none(connection).value(customer).value(after).value(limit).query(OF_CUSTOMER, Vouchers::voucher));
    }

    Voucher use(Connection connection, String code) throws SQLException {
        var used = Rows.none(connection).value(code).first(USE, Vouchers::voucher);
        return used.isPresent() ? used.get() : refuse(connection, code);
    }

    private static Voucher refuse(Connection connection, String code) throws SQLException {
        record Unusable(Voucher voucher, boolean expired) {}
        var found = Rows.none(connection)
                .value(code)
                .first(FIND, row -> new Unusable(voucher(row), row.getBoolean("expired")))
                .orElseThrow(() -> Failure.notFound("voucher", code));
        throw switch (found.voucher().state()) {
            case USED ->
                refusal(
                        "VOUCHER_USED",
                        code + " was used at " + found.voucher().useTime().orElseThrow());
            case VOID -> refusal("VOUCHER_VOID", code + " is worth nothing: its redemption was cancelled");
            case ISSUED ->
                refusal(
                        "VOUCHER_EXPIRED",
                        code + " expired at " + found.voucher().expireTime());
        };
    }

    private static Failure refusal(String reason, String message) {
        return new Failure(Failure.Kind.UNPROCESSABLE, reason, "voucher " + message);
    }

    private static Voucher voucher(ResultSet row) throws SQLException {
        return new Voucher(
                row.getString("code"),
                row.getObject("reward_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                Voucher.State.valueOf(row.getString("state")),
                Rows.time(row, "expire_time"),
                Rows.optionalTime(row, "use_time"),
                Rows.time(row, "create_time"));
    }
}
