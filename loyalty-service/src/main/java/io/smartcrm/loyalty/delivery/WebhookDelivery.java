package io.smartcrm.loyalty.delivery;

import io.quarkus.scheduler.Scheduled;
import io.smartcrm.loyalty.campaign.CampaignConfig;
import io.smartcrm.loyalty.campaign.DefinitionFormat;
import io.smartcrm.loyalty.delivery.ActionRecord.State;
import io.smartcrm.loyalty.strategy.Action;
import io.smartcrm.loyalty.webhook.AddressGuard;
import io.smartcrm.loyalty.webhook.WebhookCalls;
import io.smartcrm.loyalty.webhook.WebhookCalls.Result;
import io.smartcrm.outbox.Database;
import io.smartcrm.outbox.Outbox;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Calls webhooks that are due, again after a pause that doubles when nobody answered, and no more after some days. */
@ApplicationScoped
class WebhookDelivery {
    private static final int TOGETHER = 20;
    private static final int MOST_ATTEMPTS = 12;
    /** Longer than a call can take: who takes a call again after that, can be sure that nobody is at it. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

    private final Database database;
    private final DefinitionFormat format;
    private final Outbox outbox;
    private final WebhookCalls calls;
    private final Clock clock = Clock.systemUTC();

    WebhookDelivery(Database database, DefinitionFormat format, Outbox outbox, CampaignConfig config) {
        this.database = database;
        this.format = format;
        this.outbox = outbox;
        this.calls = new WebhookCalls(
                new AddressGuard(config.webhookInside()), config.webhookSecret().orElse(""), clock);
    }

    private record Call(ActionRecord record, Action.Webhook webhook) {}

    /** Blocks, on a worker thread of the scheduler. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void callAll() {
        List<Call> taken;
        do {
            taken = database.transaction(this::take);
            CompletableFuture.allOf(taken.stream().map(this::call).toArray(CompletableFuture<?>[]::new))
                    .join();
        } while (taken.size() == TOGETHER);
    }

    private List<Call> take(Connection connection) throws SQLException {
        var table = new ActionTable(connection);
        Instant now = clock.instant();
        List<ActionRecord> due = table.due(now, true, TOGETHER);
        if (due.isEmpty()) {
            return List.of();
        }
        Assignments assignments = Assignments.of(connection, format, due, now);
        List<Call> taken = new ArrayList<>();
        for (ActionRecord record : due) {
            Optional<String> objection = assignments.objection(record);
            if (objection.isPresent()) {
                table.end(record, State.CANCELLED, objection.get(), Optional.empty(), now);
            } else if (assignments.action(record) instanceof Action.Webhook webhook) {
                taken.add(new Call(record, webhook));
            }
        }
        table.attempt(taken.stream().map(Call::record).toList(), now.plus(LEASE));
        return taken;
    }

    private CompletableFuture<Void> call(Call call) {
        return calls.post(call.webhook().url(), call.record().id(), body(call))
                .thenAccept(result -> database.transaction(connection -> settle(connection, call, result)));
    }

    private static String body(Call call) {
        ActionRecord record = call.record();
        return new JsonObject()
                .put("actionId", record.id().toString())
                .put("strategyId", record.strategy().toString())
                .put("strategyVersion", record.version())
                .put("customerId", record.customer().toString())
                .put("occasion", record.occasion())
                .put("attributes", new JsonObject(Map.copyOf(call.webhook().attributes())))
                .encode();
    }

    private boolean settle(Connection connection, Call call, Result result) throws SQLException {
        var table = new ActionTable(connection);
        Instant now = clock.instant();
        int attempts = call.record().attempts() + 1;
        if (result.again() && attempts < MOST_ATTEMPTS) {
            table.again(call.record(), result.outcome(), now.plus(FIRST_PAUSE.multipliedBy(1L << (attempts - 1))));
            return false;
        }
        State state = result.done() ? State.DONE : State.FAILED;
        table.end(call.record(), state, result.outcome(), Optional.empty(), now);
        if (result.done()) {
            outbox.append(connection, List.of(ActionEvents.done(call.record(), call.webhook(), now)));
        }
        return result.done();
    }
}
