package io.smartcrm.loyalty.programme;

import static java.util.stream.Collectors.toMap;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.earning.TierPolicy.Standing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Moves customers between tiers by what they bought in the period. */
final class TierReviewTable {
    private static final String MEASURED = """
            select customer_id, coalesce(sum(case ?::text
                when 'POINTS' then granted
                when 'SPEND' then case when currency_code = ? and kind in ('SALE', 'REFUND') then minor_units else 0 end
                else case when kind = 'SALE' then 1 else 0 end end), 0) as measured
            from points_order where customer_id = any (?) and order_time >= ? group by customer_id""";
    private static final String TIERS =
            "select customer_id, tier, grace_end_time from points_account where customer_id = any (?)";
    private static final String MOVE = """
            update points_account account set
                tier_time = case when account.tier is distinct from moved.tier then ? else account.tier_time end,
                tier = moved.tier, grace_end_time = moved.grace_end_time, review_time = ?
            from unnest(?::uuid[], ?::text[], ?::timestamptz[]) as moved (customer_id, tier, grace_end_time)
            where account.customer_id = moved.customer_id""";
    private static final String DUE = """
            select customer_id from points_account where review_time < ? order by review_time limit ?
            for update skip locked""";

    private final Connection connection;
    private final Programme programme;
    private final Instant now;

    TierReviewTable(Connection connection, Programme programme, Instant now) {
        this.connection = connection;
        this.programme = programme;
        this.now = now;
    }

    private record Known(UUID customer, Optional<String> tier, Optional<Instant> graceEndTime) {}

    private record Moved(UUID customer, Standing standing) {}

    /** Customers without an account are left out. */
    void review(Collection<UUID> customers) throws SQLException {
        if (customers.isEmpty()) {
            return;
        }
        List<Moved> moved = standings(customers).entrySet().stream()
                .map(entry -> new Moved(entry.getKey(), entry.getValue()))
                .toList();
        Rows.of(connection, moved)
                .value(now)
                .value(now)
                .column("uuid", Moved::customer)
                .column("text", row -> row.standing().tier().orElse(null))
                .column(
                        "timestamptz",
                        row -> row.standing()
                                .graceEndTime()
                                .map(Instant::toString)
                                .orElse(null))
                .update(MOVE);
    }

    /** Customers without an account are left out. */
    Map<UUID, Standing> standings(Collection<UUID> customers) throws SQLException {
        Map<UUID, Long> measured = measured(customers);
        return Rows.of(connection, customers)
                .column("uuid", id -> id)
                .query(
                        TIERS,
                        row -> new Known(
                                row.getObject("customer_id", UUID.class),
                                Optional.ofNullable(row.getString("tier")),
                                Rows.optionalTime(row, "grace_end_time")))
                .stream()
                .collect(toMap(
                        Known::customer,
                        known -> programme
                                .tiers()
                                .review(
                                        known.tier(),
                                        known.graceEndTime(),
                                        measured.getOrDefault(known.customer(), 0L),
                                        now)));
    }

    /** Zero for those that are missing. */
    Map<UUID, Long> measured(Collection<UUID> customers) throws SQLException {
        record Measured(UUID customer, long value) {}
        return Rows.of(connection, customers)
                .value(programme.tiers().measure().name())
                .value(programme.terms().currencyCode())
                .column("uuid", id -> id)
                .value(programme.tiers().countedFrom(now))
                .query(MEASURED, row -> new Measured(row.getObject(1, UUID.class), row.getLong(2)))
                .stream()
                .collect(toMap(Measured::customer, Measured::value));
    }

    /** Some who were not looked at since; locked. */
    List<UUID> due(Instant since, int limit) throws SQLException {
        return Rows.none(connection).value(since).value(limit).query(DUE, row -> row.getObject(1, UUID.class));
    }
}
