package io.smartcrm.loyalty.campaign;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.strategy.Action;
import io.smartcrm.loyalty.strategy.Definition;
import io.smartcrm.loyalty.strategy.DefinitionCheck;
import io.smartcrm.loyalty.strategy.LoopCheck;
import io.smartcrm.loyalty.strategy.Refused;
import io.smartcrm.loyalty.webhook.AddressGuard;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes, changes and switches strategies. Blocks: for worker threads. */
@ApplicationScoped
public class Strategies {
    private static final int MAX_STRATEGIES = 500;
    /** Above every id: the first page begins before it. */
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Database database;
    private final DefinitionFormat format;
    private final CampaignConfig config;
    private final Clock clock = Clock.systemUTC();

    public Strategies(Database database, DefinitionFormat format, CampaignConfig config) {
        this.database = database;
        this.format = format;
        this.config = config;
    }

    public Strategy create(Connection connection, Definition definition, String author) throws SQLException {
        var table = new StrategyTable(connection, format);
        var draft = Strategy.draft(TimeOrderedId.next(), definition, config.reach(), now());
        check(connection, table, draft);
        requireRoom(connection);
        table.insert(draft);
        table.write(draft, author);
        return draft;
    }

    private static void requireRoom(Connection connection) throws SQLException {
        long count = Rows.none(connection)
                .first("select count(*) from strategy", row -> row.getLong(1))
                .orElse(0L);
        if (count >= MAX_STRATEGIES) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "TOO_MANY_STRATEGIES",
                    "there are " + count + " strategies; change one that is not needed any more");
        }
    }

    /** @throws Failure NOT_FOUND when there is none */
    public Strategy get(UUID id) {
        return database.transaction(connection -> new StrategyTable(connection, format)
                .find(id)
                .orElseThrow(() -> Failure.notFound("strategy", id.toString())));
    }

    /**
     * The newest first.
     *
     * @param before the last id of the page before; empty for the first page
     */
    public List<Strategy> list(Optional<UUID> before, int limit) {
        return database.transaction(
                connection -> new StrategyTable(connection, format).list(before.orElse(AFTER_ALL), limit));
    }

    public List<StrategyTable.Version> versions(UUID id) {
        List<StrategyTable.Version> versions =
                database.transaction(connection -> new StrategyTable(connection, format).versions(id));
        if (versions.isEmpty()) {
            throw Failure.notFound("strategy", id.toString());
        }
        return versions;
    }

    /** @throws Failure STALE when it was changed since the etag was read */
    public Strategy update(UUID id, String etag, Definition definition, String author) {
        return database.transaction(connection -> {
            var table = new StrategyTable(connection, format);
            Strategy current = lock(table, id);
            if (!Long.toString(current.etag()).equals(etag)) {
                throw new Failure(
                        Failure.Kind.STALE, "STALE_ETAG", "strategy " + id + " was changed meanwhile; read it again");
            }
            Strategy next = current.redefined(definition, now());
            check(connection, table, next);
            if (next.active()) {
                requireHarmony(table, next);
            }
            table.update(next);
            table.write(next, author);
            return next;
        });
    }

    /** Lets it run, for so many customers a day. */
    public Strategy activate(UUID id, long reach) {
        return database.transaction(connection -> {
            var table = new StrategyTable(connection, format);
            Strategy current = lock(table, id);
            requireHarmony(table, current);
            Strategy active = current.activated(reach, now());
            table.update(active);
            return active;
        });
    }

    public Strategy pause(UUID id, String reason) {
        return database.transaction(connection -> pause(connection, id, reason));
    }

    /** Within the caller's transaction. */
    public Strategy pause(Connection connection, UUID id, String reason) throws SQLException {
        var table = new StrategyTable(connection, format);
        Strategy current = lock(table, id);
        if (!current.active()) {
            return current;
        }
        Strategy paused = current.paused(reason, now());
        table.update(paused);
        return paused;
    }

    private static Strategy lock(StrategyTable table, UUID id) throws SQLException {
        return table.lock(id).orElseThrow(() -> Failure.notFound("strategy", id.toString()));
    }

    /** Whether a definition makes sense by itself and with what there is. */
    public void check(Connection connection, Definition definition) throws SQLException {
        try {
            DefinitionCheck.check(definition);
        } catch (Refused refused) {
            throw Failure.invalid(refused.field(), String.valueOf(refused.getMessage()));
        }
        for (int i = 0; i < definition.steps().size(); i++) {
            Action action = definition.steps().get(i).action();
            String field = "actions[" + i + "]";
            if (action instanceof Action.Webhook && config.webhookSecret().isEmpty()) {
                throw new Failure(
                        Failure.Kind.UNPROCESSABLE,
                        "WEBHOOKS_NOT_CONFIGURED",
                        "no secret is set to sign what webhooks are sent (smartcrm.strategy.webhook-secret)");
            }
            if (action instanceof Action.Webhook webhook) {
                Optional<String> objection = new AddressGuard(config.webhookInside()).objection(webhook.url());
                if (objection.isPresent()) {
                    throw Failure.invalid(field + ".webhook.url", objection.get());
                }
            }
            if (action instanceof Action.Voucher voucher && !hasReward(connection, voucher.reward())) {
                throw Failure.invalid(field + ".voucher.rewardId", "'" + voucher.reward() + "' is no reward");
            }
        }
    }

    private void check(Connection connection, StrategyTable table, Strategy strategy) throws SQLException {
        check(connection, strategy.definition());
        if (table.named(strategy.definition().name(), strategy.id())) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "STRATEGY_EXISTS",
                    "there is a strategy '" + strategy.definition().name() + "' already; choose another name");
        }
    }

    private static boolean hasReward(Connection connection, UUID reward) throws SQLException {
        return Rows.none(connection)
                .value(reward)
                .first("select from reward where id = ?", row -> true)
                .orElse(false);
    }

    /** With all that run: no loop without end, and no two of which nobody could say which goes first. */
    private static void requireHarmony(StrategyTable table, Strategy strategy) throws SQLException {
        List<Definition> others = table.active().stream()
                .filter(other -> !other.id().equals(strategy.id()))
                .map(Strategy::definition)
                .toList();
        Optional<List<String>> loop = LoopCheck.find(
                Stream.concat(Stream.of(strategy.definition()), others.stream()).toList());
        if (loop.isPresent()) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "STRATEGY_LOOP",
                    "set each other off without end: " + String.join(" -> ", loop.get())
                            + "; limit how often one of them decides for a customer (limits.perCustomer)");
        }
        for (Definition other : others) {
            if (DefinitionCheck.rivals(strategy.definition(), other)) {
                throw new Failure(
                        Failure.Kind.UNPROCESSABLE,
                        "STRATEGIES_CONTRADICT",
                        "'" + other.name()
                                + "' is for the same customers at the same time, in the same exclusion group "
                                + "with the same priority; change one priority");
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
