package io.smartcrm.loyalty.decision;

import io.quarkus.scheduler.Scheduled;
import io.smartcrm.loyalty.campaign.Strategies;
import io.smartcrm.loyalty.campaign.Strategy;
import io.smartcrm.loyalty.decision.RunTable.Place;
import io.smartcrm.loyalty.decision.RunTable.Turn;
import io.smartcrm.loyalty.occasion.Occasion;
import io.smartcrm.loyalty.strategy.Trigger;
import io.smartcrm.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings all customers, or the members of a segment, before strategies that follow the clock, page by page. First it counts
 * for how many something would be done: when more than was confirmed, nothing is done for anybody.
 */
@ApplicationScoped
class ScheduleRun {
    private static final int PAGE = 1000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    /** What was missed for longer, because nothing ran, is left out. */
    private static final Duration LATEST = Duration.ofHours(24);

    private final Database database;
    private final Deciding deciding;
    private final Strategies strategies;
    private final Clock clock = Clock.systemUTC();

    ScheduleRun(Database database, Deciding deciding, Strategies strategies) {
        this.database = database;
        this.deciding = deciding;
        this.strategies = strategies;
    }

    /** Blocks, on a worker thread of the scheduler. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        run(clock.instant());
    }

    void run(Instant now) {
        List<Turn> turns = database.transaction(connection -> open(connection, now));
        for (Turn turn : turns) {
            while (database.transaction(connection -> next(connection, turn, now))) {
                // page after page, each in a transaction of its own
            }
        }
    }

    private List<Turn> open(Connection connection, Instant now) throws SQLException {
        var table = new RunTable(connection);
        for (Strategy strategy : deciding.active(connection)) {
            if (strategy.definition().trigger() instanceof Trigger.Schedule schedule) {
                Instant slot = schedule.latest(now);
                boolean since = strategy.activateTime()
                        .filter(time -> !slot.isBefore(time))
                        .isPresent();
                if (since && slot.isAfter(now.minus(LATEST))) {
                    table.open(new Turn(strategy.id(), slot));
                }
            }
        }
        return table.waiting();
    }

    /** Whether there is more to do. */
    private boolean next(Connection connection, Turn turn, Instant now) throws SQLException {
        Deciding.lock(connection, now);
        var table = new RunTable(connection);
        Optional<Place> place = table.lock(turn);
        if (place.isEmpty()) {
            return false;
        }
        if (turn.slot().isBefore(now.minus(LATEST))) {
            table.move(turn, place.get().after(), true);
            return false;
        }
        Optional<Strategy> found = deciding.active(connection).stream()
                .filter(active -> active.id().equals(turn.strategy()))
                .findFirst();
        if (found.isEmpty()) {
            return false;
        }
        Strategy strategy = found.get();
        if (!place.get().counted()) {
            return count(connection, table, turn, strategy, now);
        }
        List<UUID> page = audience(connection, strategy).page(place.get().after(), AudienceTable.ALL, PAGE);
        if (!page.isEmpty()) {
            deciding.decide(connection, strategy, occasions(turn, page), now);
        }
        boolean last = page.size() < PAGE;
        table.move(turn, last ? place.get().after() : page.get(PAGE - 1), last);
        return !last;
    }

    private boolean count(Connection connection, RunTable table, Turn turn, Strategy strategy, Instant now)
            throws SQLException {
        Judging judging = deciding.judging(strategy.id(), strategy.definition(), now);
        long acting = 0;
        UUID after = BEFORE_ALL;
        List<UUID> page;
        do {
            page = audience(connection, strategy).page(after, AudienceTable.ALL, PAGE);
            acting += judging.judge(connection, occasions(turn, page)).stream()
                    .filter(Decided::acting)
                    .count();
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        } while (page.size() == PAGE);
        long room = strategy.reach() - new DecisionTable(connection, now).acted(strategy.id(), Deciding.DAY);
        if (acting > room) {
            strategies.pause(
                    connection,
                    strategy.id(),
                    "REACH_EXCEEDED: " + acting + " customers would have been served, " + strategy.reach()
                            + " within 24 hours are confirmed; nothing was done for anybody");
        }
        table.move(turn, BEFORE_ALL, acting > room);
        return acting <= room;
    }

    private static AudienceTable audience(Connection connection, Strategy strategy) {
        return new AudienceTable(connection, strategy.definition().audience());
    }

    private static List<Occasion> occasions(Turn turn, List<UUID> customers) {
        return customers.stream()
                .map(customer -> Occasion.of(Trigger.Kind.SCHEDULE, customer, "schedule/" + turn.slot(), turn.slot()))
                .toList();
    }
}
