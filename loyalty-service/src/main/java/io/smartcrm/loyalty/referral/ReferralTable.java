package io.smartcrm.loyalty.referral;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.referral.Referral.State;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Codes and referrals in PostgreSQL. */
final class ReferralTable {
    private static final String ISSUE =
            "insert into referral_code (customer_id, code) values (?, ?) on conflict (customer_id) do nothing";
    private static final String CODE = "select code from referral_code where customer_id = ?";
    private static final String OWNER = "select customer_id from referral_code where code = ?";
    /** The customer, and who is a part of it. */
    private static final String GROUP =
            "(select ?::uuid union all select customer_id from merged_member where survivor = ?)";

    private static final String LOCK =
            "select code from referral_code where customer_id in " + GROUP + " order by code for update";
    private static final String OF = "select * from referral_now where referred_id in " + GROUP + " order by id";
    private static final String BOUGHT = """
            select exists (select from activity_order where customer_id = ? and kind = 'SALE')""";
    private static final String COUNT = "select count(*) from referral_now where referrer_id in " + GROUP
            + " and state_now in ('WAITING', 'CREDITED')";
    private static final String INSERT = """
            insert into referral (id, referrer_id, referred_id, state, referrer_points, referred_points,
                minimum_minor_units, create_time, look_time)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String PAGE =
            "select * from referral_now where referrer_id in " + GROUP + " and id < ? order by id desc limit ?";
    private static final String DUE = """
            select seen.*, sale.order_id as sale_id, sale.order_time, sale.currency_code, sale.minor_units,
                coalesce(refund.minor_units, 0) as refunded
            from referral join referral_now seen on seen.id = referral.id
            left join lateral (
                select * from activity_order bought
                where bought.customer_id = seen.referred and bought.kind = 'SALE'
                order by bought.order_time, bought.order_id limit 1) sale on true
            left join lateral (
                select sum(given.minor_units) as minor_units from points_order given
                where given.refunded_order_id = sale.order_id and given.kind = 'REFUND'
                    and given.currency_code = sale.currency_code) refund on true
            where referral.state = 'WAITING' and referral.look_time <= ?
            order by referral.look_time limit ? for update of referral skip locked""";
    private static final String LATER = "update referral set look_time = ? where id = ?";
    private static final String END = "update referral set state = ?, order_id = ?, end_time = ? where id = ?";
    private static final String REFUSE = "update referral set state = 'REFUSED', refusal = ? where id = ?";
    private static final String REOPEN = """
            update referral set state = 'WAITING', order_id = null, end_time = null, refusal = null, look_time = create_time
            where referred_id = ? and end_time >= ? and state <> 'CREDITED'""";
    /** Above every id: the first page begins before it. */
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Connection connection;

    ReferralTable(Connection connection) {
        this.connection = connection;
    }

    /** A referral to look at, with what the referred bought first. */
    record Due(Referral referral, Optional<FirstOrder> order) {}

    /** The customer's code: the one given, unless there was one before. */
    String issue(UUID customer, String code) throws SQLException {
        Rows.none(connection).value(customer).value(code).update(ISSUE);
        return code(customer).orElseThrow();
    }

    Optional<String> code(UUID customer) throws SQLException {
        return Rows.none(connection).value(customer).first(CODE, row -> row.getString(1));
    }

    /** Who got the code. */
    Optional<UUID> owner(String code) throws SQLException {
        return Rows.none(connection).value(code).first(OWNER, row -> row.getObject(1, UUID.class));
    }

    /** Nobody else uses the member's codes until the transaction ends. */
    void lockCodes(UUID member) throws SQLException {
        group(member).query(LOCK, row -> row.getString(1));
    }

    private Rows<Object> group(UUID customer) {
        return Rows.none(connection).value(customer).value(customer);
    }

    /** The first. */
    Optional<Referral> of(UUID referred) throws SQLException {
        return group(referred).first(OF, ReferralTable::referral);
    }

    boolean hasBought(UUID customer) throws SQLException {
        return Rows.none(connection)
                .value(customer)
                .first(BOUGHT, row -> row.getBoolean(1))
                .orElseThrow();
    }

    /** How many of the member's referrals wait or are credited. */
    long count(UUID referrer) throws SQLException {
        return group(referrer).first(COUNT, row -> row.getLong(1)).orElseThrow();
    }

    void insert(Referral referral) throws SQLException {
        Rows.none(connection)
                .value(referral.id())
                .value(referral.referrer())
                .value(referral.referred())
                .value(referral.state().name())
                .value(referral.referrerPoints())
                .value(referral.referredPoints())
                .value(referral.minimumMinorUnits())
                .value(referral.createTime())
                .value(referral.createTime())
                .update(INSERT);
    }

    /**
     * The latest first.
     *
     * @param before the last id of the page before; empty for the first page
     */
    List<Referral> page(UUID referrer, Optional<UUID> before, int limit) throws SQLException {
        return group(referrer).value(before.orElse(AFTER_ALL)).value(limit).query(PAGE, ReferralTable::referral);
    }

    /** Some that wait and were not looked at since; locked. */
    List<Due> due(Instant now, int limit) throws SQLException {
        return Rows.none(connection).value(now).value(limit).query(DUE, ReferralTable::withOrder);
    }

    private static Due withOrder(ResultSet row) throws SQLException {
        Optional<UUID> sale = Rows.optional(row, "sale_id", UUID.class);
        return new Due(
                referral(row),
                sale.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new FirstOrder(
                                sale.get(),
                                Rows.time(row, "order_time"),
                                row.getString("currency_code"),
                                row.getLong("minor_units"),
                                row.getLong("refunded"))));
    }

    void lookLater(UUID referral, Instant time) throws SQLException {
        Rows.none(connection).value(time).value(referral).update(LATER);
    }

    void end(UUID referral, State state, UUID order, Instant time) throws SQLException {
        Rows.none(connection)
                .value(state.name())
                .value(order)
                .value(time)
                .value(referral)
                .update(END);
    }

    void refuse(UUID referral, String refusal) throws SQLException {
        Rows.none(connection).value(refusal).value(referral).update(REFUSE);
    }

    /** What was decided since a time, and credited nobody, waits again. */
    void reopen(UUID referred, Instant since) throws SQLException {
        Rows.none(connection).value(referred).value(since).update(REOPEN);
    }

    private static Referral referral(ResultSet row) throws SQLException {
        return new Referral(
                row.getObject("id", UUID.class),
                row.getObject("referrer", UUID.class),
                row.getObject("referred", UUID.class),
                State.valueOf(row.getString("state_now")),
                row.getLong("referrer_points"),
                row.getLong("referred_points"),
                row.getLong("minimum_minor_units"),
                Rows.optional(row, "order_id", UUID.class),
                Rows.time(row, "create_time"),
                Rows.optionalTime(row, "end_time"),
                Optional.ofNullable(row.getString("refusal")));
    }
}
