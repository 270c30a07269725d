package io.smartcrm.loyalty.referral;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smartcrm.loyalty.programme.OrderHolders;
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

/** Credits both when the return window of the first order ended; what was credited stays. */
@ApplicationScoped
class ReferralCredits {
    private static final int TOGETHER = 200;
    /** How soon a first order is noticed. */
    private static final Duration PATIENCE = Duration.ofHours(1);

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
        // Nobody is erased or merged meanwhile, so that nobody gets an account who was forgotten or is another one.
        ErasedCustomers.among(connection, List.of());
        new OrderHolders(connection).lockShared();
        var table = new ReferralTable(connection);
        Programme.Terms terms = programme.get().terms();
        Instant now = clock.instant();
        List<Due> due = table.due(now, TOGETHER);
        List<Referral> credited = new ArrayList<>();
        for (Due next : due) {
            Referral referral = next.referral();
            if (referral.state() != State.WAITING) {
                table.lookLater(referral.id(), now.plus(PATIENCE));
                continue;
            }
            State state = next.order()
                    .map(order -> order.decide(referral, terms, now))
                    .orElse(State.WAITING);
            if (state == State.WAITING) {
                table.lookLater(referral.id(), lookTime(next, terms, now));
                continue;
            }
            table.end(referral.id(), state, next.order().orElseThrow().id(), now);
            if (state == State.CREDITED) {
                credited.add(referral);
            }
        }
        new ReferralPostings(connection, clock, terms.expireTime(now)).post(credited);
        return due.size();
    }

    private static Instant lookTime(Due waiting, Programme.Terms terms, Instant now) {
        return waiting.order().map(order -> terms.availableTime(order.time())).orElse(now.plus(PATIENCE));
    }
}
