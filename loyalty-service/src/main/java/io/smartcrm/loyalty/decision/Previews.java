package io.smartcrm.loyalty.decision;

import io.smartcrm.loyalty.campaign.CampaignConfig;
import io.smartcrm.loyalty.campaign.Strategies;
import io.smartcrm.loyalty.campaign.Strategy;
import io.smartcrm.loyalty.occasion.Occasion;
import io.smartcrm.loyalty.strategy.Definition;
import io.smartcrm.loyalty.strategy.Trigger;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tells what strategies would decide, without deciding it, and lets those run that go no further than is confirmed. */
@ApplicationScoped
public class Previews {
    private static final int PAGE = 1000;
    /** Of more customers only a share is looked at. */
    private static final int MOST = 20_000;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;
    private final Deciding deciding;
    private final Strategies strategies;
    private final CampaignConfig config;
    private final Clock clock = Clock.systemUTC();

    Previews(Database database, Deciding deciding, Strategies strategies, CampaignConfig config) {
        this.database = database;
        this.deciding = deciding;
        this.strategies = strategies;
        this.config = config;
    }

    /** @param id of the strategy, or any for a definition that is tried */
    public Preview preview(UUID id, Definition definition) {
        return database.transaction(connection -> {
            strategies.check(connection, definition);
            return preview(connection, id, definition, clock.instant());
        });
    }

    /**
     * Lets a strategy run.
     *
     * @param confirmed customers for whom it may do something within 24 hours; 0 for what needs no confirmation
     * @throws Failure UNPROCESSABLE when more are to be expected
     */
    public Strategy activate(UUID id, long confirmed) {
        Strategy strategy = strategies.get(id);
        long reach = confirmed == 0 ? config.reach() : confirmed;
        long expected = database.transaction(
                        connection -> preview(connection, id, strategy.definition(), clock.instant()))
                .acting();
        if (expected > reach) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "REACH_NOT_CONFIRMED",
                    "about " + expected + " customers are to be expected within 24 hours, "
                            + (confirmed == 0
                                    ? "more than " + reach + " must be confirmed"
                                    : confirmed + " are confirmed")
                            + "; look at the preview and send confirmedReach");
        }
        return strategies.activate(id, reach);
    }

    private Preview preview(Connection connection, UUID id, Definition definition, Instant now) throws SQLException {
        Instant asOf = new FactTable(connection, now).asOf();
        Judging judging = deciding.judging(id, definition, now);
        var yesterday = new YesterdayTable(connection, now, asOf);
        Trigger trigger = definition.trigger();
        return switch (trigger.kind()) {
            case SCHEDULE -> everybody(connection, judging, definition);
            case ORDER_PLACED, REFUND_ISSUED ->
                of(connection, judging, "orders of the day before " + asOf, yesterday.orders(trigger.kind()));
            case CASE_RATED -> of(connection, judging, "ratings of the last day", yesterday.ratings());
            case LIFECYCLE ->
                of(connection, judging, "changes of the day before " + asOf, yesterday.transitions((Trigger.Lifecycle)
                        trigger));
            case SEGMENT -> {
                var segment = (Trigger.Segment) trigger;
                yield segment.entered()
                        ? of(
                                connection,
                                judging,
                                "who entered within the last day",
                                yesterday.members(segment.segment()))
                        : of(connection, judging, "nobody: who left a segment is not kept", List.of());
            }
            case CROSSING ->
                of(
                        connection,
                        judging,
                        "everybody who is beyond the threshold: at most so many cross it",
                        yesterday.beyond(
                                Beyond.of((Trigger.Crossing) trigger, asOf).some(connection, YesterdayTable.most())));
        };
    }

    private static Preview of(Connection connection, Judging judging, String basis, List<Occasion> occasions)
            throws SQLException {
        var preview = new Preview(basis, 1);
        for (int from = 0; from < occasions.size(); from += PAGE) {
            preview.add(judging.judge(connection, occasions.subList(from, Math.min(occasions.size(), from + PAGE))));
        }
        return preview;
    }

    private static Preview everybody(Connection connection, Judging judging, Definition definition)
            throws SQLException {
        var audience = new AudienceTable(connection, definition.audience());
        long count = audience.count();
        int parts = count <= MOST ? AudienceTable.ALL : (int) Math.max(1, (long) AudienceTable.ALL * MOST / count);
        var preview = new Preview(
                definition.audience().isPresent() ? "everybody in the segment" : "everybody who bought",
                (double) parts / AudienceTable.ALL);
        UUID after = BEFORE_ALL;
        List<UUID> page;
        do {
            page = audience.page(after, parts, PAGE);
            preview.add(judging.judge(
                    connection,
                    page.stream()
                            .map(customer -> Occasion.of(Trigger.Kind.SCHEDULE, customer, "preview", Instant.EPOCH))
                            .toList()));
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        } while (page.size() == PAGE);
        return preview;
    }
}
