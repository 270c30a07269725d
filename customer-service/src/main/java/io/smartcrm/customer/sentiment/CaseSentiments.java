package io.smartcrm.customer.sentiment;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hears what customers write in service cases, and keeps the tone of each case: the mean of its messages. The text itself
 * is not kept. Learns at the first message, which takes some tenths of a second.
 */
@ApplicationScoped
public class CaseSentiments {
    private static final String HEAR = """
        insert into case_sentiment (case_id, customer_id, score, message_count, compute_time) values (?, ?, ?, 1, ?)
        on conflict (case_id) do update set customer_id = excluded.customer_id,
            score = (case_sentiment.score * case_sentiment.message_count + excluded.score)
                / (case_sentiment.message_count + 1),
            message_count = case_sentiment.message_count + 1, compute_time = excluded.compute_time\
        """;

    private final Clock clock = Clock.systemUTC();
    private volatile @Nullable SentimentModel learned;
    private volatile boolean unlearnable;

    /** A message of the customer, within the transaction that stores it. */
    public void hear(Connection connection, UUID supportCase, UUID customer, String text) throws SQLException {
        Optional<SentimentModel> model = model();
        if (model.isEmpty()) {
            return;
        }
        double score = model.get().score(text);
        try (PreparedStatement statement = connection.prepareStatement(HEAR)) {
            statement.setObject(1, supportCase);
            statement.setObject(2, customer);
            statement.setFloat(3, (float) score);
            statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    /** The tone of cases that never were. */
    public void forget(Connection connection, Collection<UUID> cases) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from case_sentiment where case_id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", cases.toArray()));
            statement.executeUpdate();
        }
    }

    /**
     * Learned twice by two first messages at once, it is learned the same. A message must be kept though its tone cannot
     * be learned, such as where the learner lacks its reflection.
     */
    private Optional<SentimentModel> model() {
        SentimentModel known = learned;
        if (known != null || unlearnable) {
            return Optional.ofNullable(known);
        }
        try {
            SentimentModel model = SentimentTraining.train();
            learned = model;
            return Optional.of(model);
        } catch (RuntimeException | LinkageError failed) {
            unlearnable = true;
            Log.warn("The tone of service messages cannot be learned; cases have none", failed);
            return Optional.empty();
        }
    }
}
