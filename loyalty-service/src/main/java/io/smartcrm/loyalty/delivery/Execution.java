package io.smartcrm.loyalty.delivery;

import io.smartcrm.loyalty.account.Outcome;
import io.smartcrm.loyalty.account.PointsTransaction;
import io.smartcrm.loyalty.account.Posting;
import io.smartcrm.loyalty.account.PostingTables;
import io.smartcrm.loyalty.account.VoucherCode;
import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.loyalty.strategy.Action;
import io.smartcrm.wire.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Does one thing within the caller's transaction, all of it or nothing. */
final class Execution {
    private static final String ACTOR = "strategy";

    private final Connection connection;
    private final Clock clock;
    private final Instant expiry;

    /** @param expiry of points that are granted now */
    Execution(Connection connection, Clock clock, Instant expiry) {
        this.connection = connection;
        this.clock = clock;
        this.expiry = expiry;
    }

    /**
     * What came of it.
     *
     * @param refused why it cannot be done; empty when it is
     * @param made such as a voucher's code; empty when there is nothing to say
     * @param points that it gave, when the definition does not say
     */
    record Effect(Optional<String> refused, String made, Optional<Long> points) {
        static final Effect DONE = new Effect(Optional.empty(), "", Optional.empty());

        static Effect refused(Failure failure) {
            return new Effect(Optional.of(failure.reason() + ": " + failure.getMessage()), "", Optional.empty());
        }
    }

    Effect carryOut(ActionRecord record, Action action, String strategyName) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Effect effect = attempt(record, action, strategyName);
        if (effect.refused().isPresent()) {
            connection.rollback(before);
        } else {
            connection.releaseSavepoint(before);
        }
        return effect;
    }

    private Effect attempt(ActionRecord record, Action action, String strategyName) throws SQLException {
        return switch (action.kind()) {
            case POINTS -> grant(record, (Action.Points) action, strategyName);
            case VOUCHER -> give(record, (Action.Voucher) action, strategyName);
            case OFFER -> {
                new OfferTable(connection).show(record, (Action.Offer) action, clock.instant());
                yield Effect.DONE;
            }
            case PUBLISH -> Effect.DONE;
            case EMAIL, TASK -> Effect.DONE;
            case WEBHOOK -> throw new IllegalStateException(action.kind() + " is not done within a transaction");
        };
    }

    private Effect grant(ActionRecord record, Action.Points grant, String strategyName) throws SQLException {
        Outcome outcome =
                post(List.of(credit(record, grant.points(), strategyName))).get(0);
        return outcome.failure().map(Effect::refused).orElse(Effect.DONE);
    }

    /** The programme credits what the reward costs, and the customer pays with it: the ledger tells both. */
    private Effect give(ActionRecord record, Action.Voucher voucher, String strategyName) throws SQLException {
        Optional<Long> cost = Rows.none(connection)
                .value(voucher.reward())
                .first("select cost from reward where id = ?", row -> row.getLong(1));
        if (cost.isEmpty()) {
            return Effect.refused(Failure.notFound("reward", voucher.reward().toString()));
        }
        List<Outcome> outcomes = post(List.of(
                credit(record, cost.get(), strategyName),
                Posting.of(
                        ACTOR,
                        record.id() + "/voucher",
                        voucher.toString(),
                        new Command.Redeem(record.customer(), voucher.reward(), VoucherCode.next(), ACTOR))));
        for (Outcome outcome : outcomes) {
            if (outcome.failure().isPresent()) {
                return Effect.refused(outcome.failure().get());
            }
        }
        String code = outcomes.get(1)
                .transaction()
                .flatMap(PointsTransaction::voucher)
                .orElse("");
        return new Effect(Optional.empty(), code, cost);
    }

    private Posting credit(ActionRecord record, long points, String strategyName) {
        return Posting.of(
                ACTOR,
                record.id() + "/credit",
                "credit " + points,
                new Command.Adjust(record.customer(), points, expiry, strategyName, ACTOR));
    }

    private List<Outcome> post(List<Posting> postings) throws SQLException {
        return new PostingTables(connection, clock).post(postings);
    }
}
