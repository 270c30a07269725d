package io.smartcrm.loyalty.referral;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.account.AccountTable;
import io.smartcrm.loyalty.account.LedgerFixture;
import io.smartcrm.loyalty.ledger.Balance;
import io.smartcrm.loyalty.programme.OrderFixture;
import io.smartcrm.loyalty.referral.Referral.State;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Referrals on a database of their own: 200 points for who refers, 100 for who is referred, from 20 euros on. */
final class ReferralFixture {
    /** When referrals are claimed; days count from then. */
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final LoyaltyDatabase tables;
    private final Database database;
    private final Referrals referrals;

    private ReferralFixture(LoyaltyDatabase tables, Database database) {
        this.tables = tables;
        this.database = database;
        this.referrals = new Referrals(database);
    }

    static ReferralFixture create() throws SQLException {
        LoyaltyDatabase tables = LoyaltyDatabase.create();
        OrderFixture.programme(tables, "OWE");
        return new ReferralFixture(tables, tables.pool());
    }

    LoyaltyDatabase tables() {
        return tables;
    }

    Database database() {
        return database;
    }

    static Clock day(int day) {
        return Clock.fixed(NOON.plus(Duration.ofDays(day)), ZoneOffset.UTC);
    }

    String code(UUID member) {
        return referrals.code(member);
    }

    Referral claim(UUID customer, String code) {
        return database.transaction(connection -> referrals.claim(connection, customer, code, NOON));
    }

    Failure refused(UUID customer, String code) {
        return catchThrowableOfType(Failure.class, () -> claim(customer, code));
    }

    /** As order events leave it. */
    UUID buys(UUID customer, long cents, int day) throws SQLException {
        UUID order = UUID.randomUUID();
        tables.execute("insert into activity_order (order_id, version, customer_id, kind, order_time, currency_code,"
                + " minor_units) values ('" + order + "', 1, '" + customer + "', 'SALE', '"
                + NOON.plus(Duration.ofDays(day)) + "', 'EUR', " + cents + ")");
        return order;
    }

    void credit(int day) {
        database.transaction(connection -> ReferralCredits.creditSome(connection, day(day)));
    }

    List<Referral> list(UUID referrer) {
        return referrals.list(referrer, Optional.empty(), 10);
    }

    List<State> states(UUID referrer) {
        return list(referrer).stream().map(Referral::state).toList();
    }

    Balance balance(UUID customer) {
        return database.transaction(
                connection -> new AccountTable(connection).find(customer).balance());
    }

    void verified() {
        LedgerFixture.verified(database);
    }
}
