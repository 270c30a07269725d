package io.smartcrm.loyalty.decision;

import io.smartcrm.loyalty.campaign.CampaignConfig;
import io.smartcrm.loyalty.campaign.DefinitionFormat;
import io.smartcrm.loyalty.campaign.Strategies;
import io.smartcrm.loyalty.campaign.Strategy;
import io.smartcrm.loyalty.campaign.StrategyTable;
import io.smartcrm.loyalty.occasion.Occasion;
import io.smartcrm.loyalty.strategy.Decision;
import io.smartcrm.loyalty.strategy.Decision.Reason;
import io.smartcrm.loyalty.strategy.DecisionPolicy;
import io.smartcrm.loyalty.strategy.Definition;
import io.smartcrm.outbox.ErasedCustomers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Decides on occasions within the caller's transaction, one transaction after another: what an earlier one decided is known
 * to the next. A strategy that would go further in a day than was confirmed is paused; nothing is done for the rest.
 */
@ApplicationScoped
class Deciding {
    static final Duration DAY = Duration.ofDays(1);

    private final Strategies strategies;
    private final DefinitionFormat format;
    private final DecisionPolicy policy;

    Deciding(Strategies strategies, DefinitionFormat format, CampaignConfig config) {
        this.strategies = strategies;
        this.format = format;
        this.policy = new DecisionPolicy(config.contactsPerWeek());
    }

    Judging judging(UUID strategy, Definition definition, Instant now) {
        return new Judging(strategy, definition, policy, now);
    }

    /** Until the transaction ends nobody else decides, and nobody is erased; to be asked before rows are locked. */
    static void lock(Connection connection, Instant now) throws SQLException {
        ErasedCustomers.among(connection, Set.of());
        new DecisionTable(connection, now).lock();
    }

    List<Strategy> active(Connection connection) throws SQLException {
        return new StrategyTable(connection, format).active();
    }

    /** Under the lock. */
    void decide(Connection connection, Strategy strategy, List<Occasion> occasions, Instant now) throws SQLException {
        var table = new DecisionTable(connection, now);
        List<Occasion> fresh = table.fresh(strategy.id(), ofTheLiving(connection, occasions));
        if (fresh.isEmpty()) {
            return;
        }
        List<Decided> judged =
                judging(strategy.id(), strategy.definition(), now).judge(connection, fresh);
        long room = strategy.reach() - table.acted(strategy.id(), DAY);
        List<Decided> decided = within(strategy, judged, room);
        int made = table.write(strategy, decided);
        new StrategyTable(connection, format).decided(strategy.id(), made);
        boolean beyond =
                decided.stream().anyMatch(one -> one.decision().equals(new Decision.Pass(Reason.NOT_CONFIRMED)));
        if (beyond) {
            strategies.pause(
                    connection,
                    strategy.id(),
                    "REACH_EXCEEDED: more than " + strategy.reach()
                            + " customers within 24 hours; nothing was done for the rest. Confirm a greater reach to go on");
        }
    }

    /** Who is erased meanwhile is gone before or after, never in between. */
    private static List<Occasion> ofTheLiving(Connection connection, List<Occasion> occasions) throws SQLException {
        Set<String> erased = ErasedCustomers.among(
                connection,
                occasions.stream()
                        .map(occasion -> occasion.customer().toString())
                        .collect(Collectors.toSet()));
        return occasions.stream()
                .filter(occasion -> !erased.contains(occasion.customer().toString()))
                .toList();
    }

    private static List<Decided> within(Strategy strategy, List<Decided> judged, long room) {
        long total = strategy.definition().limits().total();
        long left = total == 0 ? Long.MAX_VALUE : total - strategy.decisions();
        long roomLeft = room;
        List<Decided> decided = new ArrayList<>();
        for (Decided one : judged) {
            if (one.decision() instanceof Decision.Pass) {
                decided.add(one);
            } else if (left <= 0) {
                decided.add(new Decided(one.occasion(), new Decision.Pass(Reason.USED_UP)));
            } else if (one.acting() && roomLeft <= 0) {
                decided.add(new Decided(one.occasion(), new Decision.Pass(Reason.NOT_CONFIRMED)));
            } else {
                left--;
                roomLeft -= one.acting() ? 1 : 0;
                decided.add(one);
            }
        }
        return decided;
    }
}
