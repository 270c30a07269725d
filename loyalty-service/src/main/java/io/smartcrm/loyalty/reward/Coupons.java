package io.smartcrm.loyalty.reward;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Coupons of campaigns. Blocks: for worker threads. */
@ApplicationScoped
class Coupons {
    private static final String INSERT = """
            insert into coupon (campaign, points, max_uses, per_customer, from_time, to_time, code)
            select ?, ?, ?, ?, ?, ?, made.code from unnest(?::text[]) as made (code) on conflict do nothing""";
    private static final String OF_CAMPAIGN =
            "select * from coupon where campaign = ? and code > ? order by code limit ?";

    private final Database database;

    Coupons(Database database) {
        this.database = database;
    }

    List<Coupon> create(Connection connection, String campaign, Coupon.Terms terms, List<String> codes)
            throws SQLException {
        int made = Rows.of(connection, codes)
                .value(campaign)
                .value(terms.points())
                .value(terms.maxUses())
                .value(terms.perCustomer())
                .value(terms.fromTime())
                .value(terms.toTime())
                .column("text", code -> code)
                .update(INSERT);
        if (made < codes.size()) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "COUPON_EXISTS",
                    codes.size() == 1
                            ? "coupon '" + codes.get(0) + "' exists already"
                            : "a code was made before; send the same again");
        }
        return codes.stream().map(code -> new Coupon(code, campaign, terms, 0)).toList();
    }

    /** @param after the last code of the page before; empty for the first page */
    List<Coupon> list(String campaign, String after, int limit) {
        return database.transaction(connection ->
                Rows.none(connection).value(campaign).value(after).value(limit).query(OF_CAMPAIGN, Coupons::coupon));
    }

    private static Coupon coupon(ResultSet row) throws SQLException {
        return new Coupon(
                row.getString("code"),
                row.getString("campaign"),
                new Coupon.Terms(
                        row.getLong("points"),
                        row.getLong("max_uses"),
                        row.getLong("per_customer"),
                        Rows.time(row, "from_time"),
                        Rows.time(row, "to_time")),
                row.getLong("uses"));
    }
}
