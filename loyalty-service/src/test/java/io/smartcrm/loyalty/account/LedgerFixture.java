package io.smartcrm.loyalty.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.outbox.Database;

/** The invariants of the ledger, for tests of those who post. */
public final class LedgerFixture {
    private LedgerFixture() {}

    public static void verified(Database database) {
        Verification verification = database.transaction(connection -> new LedgerVerification(connection).verify());
        assertThat(verification.checks())
                .allSatisfy(check -> assertThat(check.violations()).isZero());
    }
}
