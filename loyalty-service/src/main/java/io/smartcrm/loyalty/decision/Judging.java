package io.smartcrm.loyalty.decision;

import io.smartcrm.loyalty.occasion.Occasion;
import io.smartcrm.loyalty.strategy.Candidate;
import io.smartcrm.loyalty.strategy.Decision;
import io.smartcrm.loyalty.strategy.DecisionPolicy;
import io.smartcrm.loyalty.strategy.Definition;
import io.smartcrm.loyalty.strategy.Fact;
import io.smartcrm.loyalty.strategy.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks the policy about occasions of one strategy, in their order; what is decided counts for the ones that follow. */
final class Judging {
    private final UUID strategy;
    private final Definition definition;
    private final DecisionPolicy policy;
    private final Instant now;

    Judging(UUID strategy, Definition definition, DecisionPolicy policy, Instant now) {
        this.strategy = strategy;
        this.definition = definition;
        this.policy = policy;
        this.now = now;
    }

    List<Decided> judge(Connection connection, List<Occasion> occasions) throws SQLException {
        Map<UUID, Candidate> candidates = new HashMap<>(new CandidateTable(connection, now)
                .read(
                        strategy,
                        definition,
                        occasions.stream().map(Occasion::customer).distinct().toList()));
        List<Decided> decided = new ArrayList<>();
        for (Occasion occasion : occasions) {
            Candidate candidate = candidates.get(occasion.customer());
            if (candidate == null) {
                throw new IllegalStateException("customer " + occasion.customer() + " was asked for and not answered");
            }
            Facts facts = occasion.amount()
                    .map(amount -> candidate.facts().with(Fact.ORDER_AMOUNT, amount))
                    .orElse(candidate.facts());
            Decision decision = policy.decide(strategy, definition, candidate.with(facts, candidate.history()), now);
            if (!(decision instanceof Decision.Pass)) {
                boolean contact = definition.contacts() && decision instanceof Decision.Act;
                candidates.put(
                        occasion.customer(),
                        candidate.with(candidate.facts(), candidate.history().then(contact)));
            }
            decided.add(new Decided(occasion, decision));
        }
        return decided;
    }
}
