package io.smartcrm.loyalty.referral;

import io.smartcrm.loyalty.account.Outcome;
import io.smartcrm.loyalty.account.Posting;
import io.smartcrm.loyalty.account.PostingTables;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.loyalty.ledger.Refusal;
import io.smartcrm.wire.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Posts what referrals promised: both get their points, or, when the ledger refuses one, nobody. */
final class ReferralPostings {
    private static final String ACTOR = "programme";

    private final Connection connection;
    private final Clock clock;
    private final Instant expireTime;

    ReferralPostings(Connection connection, Clock clock, Instant expireTime) {
        this.connection = connection;
        this.clock = clock;
        this.expireTime = expireTime;
    }

    /** Those of which one is refused are posted each alone, so that it ends without the others. */
    void post(List<Referral> referrals) throws SQLException {
        if (referrals.isEmpty()) {
            return;
        }
        Savepoint before = connection.setSavepoint();
        Optional<String> refusal = tryAll(referrals);
        if (refusal.isEmpty()) {
            connection.releaseSavepoint(before);
            return;
        }
        connection.rollback(before);
        if (referrals.size() == 1) {
            new ReferralTable(connection).refuse(referrals.get(0).id(), refusal.get());
            return;
        }
        for (Referral referral : referrals) {
            post(List.of(referral));
        }
    }

    /** What one was refused for. */
    private Optional<String> tryAll(List<Referral> referrals) throws SQLException {
        List<Posting> postings = new ArrayList<>();
        try {
            for (Referral referral : referrals) {
                credit(referral, "referrer", referral.referrer(), referral.referrerPoints())
                        .ifPresent(postings::add);
                credit(referral, "referred", referral.referred(), referral.referredPoints())
                        .ifPresent(postings::add);
            }
        } catch (Refusal refused) {
            return Optional.of(text(refused.reason(), refused));
        }
        return new PostingTables(connection, clock)
                .post(postings).stream()
                        .map(Outcome::failure)
                        .flatMap(Optional::stream)
                        .map((Failure failure) -> text(failure.reason(), failure))
                        .findFirst();
    }

    private static String text(String reason, RuntimeException refused) {
        return reason + ": " + refused.getMessage();
    }

    private Optional<Posting> credit(Referral referral, String side, UUID customer, long points) {
        if (points == 0) {
            return Optional.empty();
        }
        String key = "referral\n" + referral.id() + "\n" + side;
        return Optional.of(new Posting(Optional.of(key), key, new Command.Refer(customer, points, expireTime, ACTOR)));
    }
}
