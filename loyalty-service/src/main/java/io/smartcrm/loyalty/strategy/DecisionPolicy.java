package io.smartcrm.loyalty.strategy;

import io.smartcrm.loyalty.strategy.Decision.Reason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides about customers. Who is held out is drawn last, among those for whom something would be done: so both groups are
 * alike, and what differs later comes from the strategy.
 *
 * @param mostContacts with one customer in the days that {@link Candidate.History#contacts} counts; by all strategies
 */
public record DecisionPolicy(int mostContacts) {
    public Decision decide(UUID strategy, Definition definition, Candidate candidate, Instant now) {
        Optional<Reason> obstacle = obstacle(definition, candidate);
        if (obstacle.isPresent()) {
            return new Decision.Pass(obstacle.get());
        }
        if (HoldOut.contains(strategy, candidate.customer(), definition.holdOut())) {
            return new Decision.HoldOut();
        }
        return new Decision.Act(definition
                .limits()
                .quietHours()
                .filter(quiet -> definition.contacts())
                .map(quiet -> quiet.next(now))
                .orElse(now));
    }

    private Optional<Reason> obstacle(Definition definition, Candidate candidate) {
        Definition.Limits limits = definition.limits();
        Candidate.History history = candidate.history();
        if (candidate.restricted()) {
            return Optional.of(Reason.RESTRICTED);
        }
        if (candidate.objects() && definition.byProfile()) {
            return Optional.of(Reason.OBJECTS);
        }
        if (definition.audience().isPresent() && !candidate.inAudience()) {
            return Optional.of(Reason.OUTSIDE_AUDIENCE);
        }
        if (!definition.conditions().stream().allMatch(condition -> condition.holds(candidate.facts()))) {
            return Optional.of(Reason.CONDITION);
        }
        if (limits.perCustomer() > 0 && history.own() >= limits.perCustomer()) {
            return Optional.of(Reason.CAPPED);
        }
        if (history.rival().isPresent() && history.rival().getAsInt() >= definition.priority()) {
            return Optional.of(Reason.LOWER_PRIORITY);
        }
        if (limits.consent().isPresent() && !candidate.agreed()) {
            return Optional.of(Reason.NO_CONSENT);
        }
        if (definition.contacts() && history.contacts() >= mostContacts) {
            return Optional.of(Reason.TOO_MANY_CONTACTS);
        }
        return Optional.empty();
    }
}
