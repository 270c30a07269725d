package io.smartcrm.loyalty.programme;

import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.programme.EarningOrder.Kind;
import io.smartcrm.outbox.Database;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders as their events tell them, for tests of others; a euro earns a point, spendable after 14 days. */
public final class OrderFixture {
    private OrderFixture() {}

    public static void programme(LoyaltyDatabase tables, String negativePolicy) throws SQLException {
        tables.execute("""
                insert into programme (name, state, start_time, currency_code, return_window_days, validity_months,
                    negative_policy, max_points_per_order, minor_units_per_thousand_points, tier_measure,
                    tier_period_months, tier_grace_days, version, referrer_points, referred_points,
                    referral_minimum_minor_units, referrals_per_member, update_time)
                values ('Tea club', 'ACTIVE', '2020-01-01', 'EUR', 14, 12, '%s', 0, 500, 'POINTS', 12, 0, 1, 200, 100,
                    2000, 3, now());
                insert into earning_rule (position, name, active, effect, points, per_minor_units, percent, cap,
                    minimum_minor_units, products, segments, tiers, channels, weekdays, first_order)
                values (1, 'euro', true, 'PER_AMOUNT', 1, 100, 0, 0, 0, '{}', '{}', '{}', '{}', '{}', false)""".formatted(negativePolicy));
    }

    public static void sold(
            Database database, UUID order, long version, UUID customer, Instant time, long cents, Clock clock) {
        apply(
                database,
                new EarningOrder(
                        order,
                        version,
                        Optional.of(customer),
                        Kind.SALE,
                        time,
                        "EUR",
                        cents,
                        Optional.empty(),
                        "",
                        List.of()),
                clock);
    }

    /** @param cents below zero */
    public static void refunded(Database database, UUID order, UUID customer, Instant time, long cents, Clock clock) {
        apply(
                database,
                new EarningOrder(
                        UUID.randomUUID(),
                        1,
                        Optional.of(customer),
                        Kind.REFUND,
                        time,
                        "EUR",
                        cents,
                        Optional.of(order),
                        "",
                        List.of()),
                clock);
    }

    private static void apply(Database database, EarningOrder order, Clock clock) {
        database.transaction(connection -> {
            Programme programme = new ProgrammeTable(connection).read().orElseThrow();
            new OrderPoints(connection, programme, clock).apply(List.of(order));
            return order;
        });
    }
}
