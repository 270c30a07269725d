package io.smartcrm.loyalty.card;

import io.smartcrm.loyalty.earning.Tier;
import io.smartcrm.loyalty.lifecycle.Lifecycle;
import io.smartcrm.loyalty.lifecycle.LifecycleRules;
import io.smartcrm.loyalty.lifecycle.TransitionRates;
import io.smartcrm.loyalty.programme.Programme;
import io.smartcrm.loyalty.programme.Programmes;
import io.smartcrm.loyalty.programme.Programmes.Membership;
import io.smartcrm.loyalty.satisfaction.RatingTable;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts together what is known when it is asked for, so that it is never older than what it is made of. Blocks. */
@ApplicationScoped
public class Assessments {
    private final Database database;
    private final Programmes programmes;
    private final LifecycleRules rules;
    private final double responseRate;
    private final Clock clock = Clock.systemUTC();

    Assessments(Database database, Programmes programmes, CardConfig config) {
        this.database = database;
        this.programmes = programmes;
        this.rules = new LifecycleRules(config.loyalPurchases(), config.atRisk(), config.lapsed());
        this.responseRate = config.responseRate();
    }

    /** A customer's card. */
    record Assessment(CardFacts facts, LoyaltyIndex index, NextBestAction action) {}

    /** @throws Failure NOT_FOUND for a customer who never bought */
    Assessment get(UUID customer) {
        Membership membership = programmes.membership(customer);
        Optional<Double> tierShare = programmes.find().flatMap(programme -> share(programme, membership));
        CardFacts facts = database.transaction(connection -> facts(connection, customer, membership, tierShare));
        return new Assessment(facts, LoyaltyIndex.of(facts), NextBestAction.of(facts, clock.instant(), responseRate));
    }

    private CardFacts facts(Connection connection, UUID customer, Membership membership, Optional<Double> tierShare)
            throws SQLException {
        var table = new CardTable(connection);
        List<Instant> sales = table.sales(customer);
        if (sales.isEmpty()) {
            throw Failure.notFound("loyalty assessment", customer.toString());
        }
        Instant asOf = table.asOf().orElseThrow();
        return new CardFacts(
                table.rfm(customer),
                table.value(customer),
                new RatingTable(connection).of(customer),
                membership,
                tierShare,
                Lifecycle.of(sales, asOf, rules));
    }

    private static Optional<Double> share(Programme programme, Membership membership) {
        List<String> tiers = programme.tiers().tiers().stream().map(Tier::name).toList();
        if (tiers.isEmpty()) {
            return Optional.empty();
        }
        int rank = membership.account().tier().map(tiers::indexOf).orElse(-1);
        return Optional.of((rank + 1.0) / tiers.size());
    }

    /** How customers pass from state to state. */
    record Rates(Optional<Instant> asOf, TransitionRates rates) {}

    Rates rates() {
        return database.transaction(connection -> {
            var table = new CardTable(connection);
            Optional<Instant> asOf = table.asOf();
            return new Rates(asOf, asOf.isPresent() ? table.rates(asOf.get(), rules) : new TransitionRates());
        });
    }
}
