package io.smartcrm.loyalty.reward;

import io.smartcrm.loyalty.reward.Reward.Offer;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The catalogue of rewards. Blocks: for worker threads. */
@ApplicationScoped
class Rewards {
    /** Below every id: the first page begins after it. */
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;

    Rewards(Database database) {
        this.database = database;
    }

    Reward create(Connection connection, Offer offer, OptionalLong stock) throws SQLException {
        var table = new RewardTable(connection);
        UUID id = TimeOrderedId.next();
        requireFree(table, offer.name(), id);
        table.insert(id, offer, stock);
        return new Reward(id, offer, stock, 1);
    }

    Reward get(UUID id) {
        return database.transaction(connection -> new RewardTable(connection).find(id))
                .orElseThrow(() -> Failure.notFound("reward", id.toString()));
    }

    List<Reward> list(Optional<UUID> after, int limit) {
        return database.transaction(connection -> new RewardTable(connection).page(after.orElse(BEFORE_ALL), limit));
    }

    /** @param stockChange added to what is left */
    Reward update(UUID id, String etag, Offer offer, long stockChange) {
        return database.transaction(connection -> {
            var table = new RewardTable(connection);
            Reward current = table.lock(id).orElseThrow(() -> Failure.notFound("reward", id.toString()));
            if (!Long.toString(current.version()).equals(etag)) {
                throw new Failure(
                        Failure.Kind.STALE, "STALE_ETAG", "reward " + id + " is at version " + current.version());
            }
            requireStock(current, stockChange);
            requireFree(table, offer.name(), id);
            table.update(id, offer, stockChange);
            return table.find(id).orElseThrow();
        });
    }

    private static void requireStock(Reward current, long change) {
        if (change != 0 && current.stock().isEmpty()) {
            throw Failure.invalid("stockChange", "the reward never runs out; make another one with a stock");
        }
        if (current.stock().isPresent() && current.stock().getAsLong() + change < 0) {
            throw Failure.invalid(
                    "stockChange",
                    change + " would take more than the " + current.stock().getAsLong() + " that are left");
        }
    }

    private static void requireFree(RewardTable table, String name, UUID id) throws SQLException {
        if (table.named(name, id)) {
            throw new Failure(Failure.Kind.CONFLICT, "REWARD_EXISTS", "there is a reward '" + name + "' already");
        }
    }
}
