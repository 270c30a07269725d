package io.smartcrm.loyalty.referral;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smartcrm.loyalty.account.Outcome;
import io.smartcrm.loyalty.account.Posting;
import io.smartcrm.loyalty.account.PostingTables;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.loyalty.programme.Programme;
import io.smartcrm.loyalty.programme.ProgrammeTable;
import io.smartcrm.loyalty.referral.Referral.State;
import io.smartcrm.loyalty.referral.ReferralTable.Due;
import io.smartcrm.outbox.Database;
import io.smartcrm.outbox.ErasedCustomers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Credits both when the return window of the first order ended; what was credited stays. */
@ApplicationScoped
class ReferralCredits {
    private static final int TOGETHER = 200;
    /** How soon a first order is noticed. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final String ACTOR = "programme";

    private final Database database;

    ReferralCredits(Database database) {
        this.database = database;
    }

    /** Blocks, on a worker thread of the scheduler. */
    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void creditAll() {
        int referrals = 0;
        int some;
        do {
            some = database.transaction(connection -> creditSome(connection, Clock.systemUTC()));
            referrals += some;
        } while (some == TOGETHER);
        if (referrals > 0) {
            Log.infof("Looked for the first orders of %d referred customers", referrals);
        }
    }

    /** How many were looked at. */
    static int creditSome(Connection connection, Clock clock) throws SQLException {
        Optional<Programme> programme = new ProgrammeTable(connection).read();
        if (programme.isEmpty()) {
            return 0;
        }
        // Nobody is erased meanwhile, so that nobody gets an account who was forgotten.
        ErasedCustomers.among(connection, List.of());
        var table = new ReferralTable(connection);
        Programme.Terms terms = programme.get().terms();
        Instant now = clock.instant();
        List<Due> due = table.due(now, TOGETHER);
        List<Posting> postings = new ArrayList<>();
        for (Due next : due) {
            Referral referral = next.referral();
            State state = next.order()
                    .map(order -> order.decide(referral, terms, now))
                    .orElse(State.WAITING);
            if (state == State.WAITING) {
                table.lookLater(referral.id(), lookTime(next, terms, now));
                continue;
            }
            table.end(referral.id(), state, next.order().orElseThrow().id(), now);
            if (state == State.CREDITED) {
                postings.addAll(credits(referral, terms.expireTime(now)));
            }
        }
        List<Outcome> outcomes = new PostingTables(connection, clock).post(postings);
        outcomes.forEach(outcome -> outcome.failure().ifPresent(refused -> {
            throw refused;
        }));
        return due.size();
    }

    private static Instant lookTime(Due waiting, Programme.Terms terms, Instant now) {
        return waiting.order().map(order -> terms.availableTime(order.time())).orElse(now.plus(PATIENCE));
    }

    private static List<Posting> credits(Referral referral, Instant expireTime) {
        return Stream.of(
                        credit(referral, "referrer", referral.referrer(), referral.referrerPoints(), expireTime),
                        credit(referral, "referred", referral.referred(), referral.referredPoints(), expireTime))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Posting> credit(
            Referral referral, String side, UUID customer, long points, Instant expireTime) {
        if (points == 0) {
            return Optional.empty();
        }
        String key = "referral\n" + referral.id() + "\n" + side;
        var command = new Command.Adjust(customer, points, expireTime, "Referral", ACTOR);
        return Optional.of(new Posting(Optional.of(key), key, command));
    }
}
