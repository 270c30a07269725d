package io.smartcrm.customer.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartcrm.customer.database.ColumnArrays;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Interactions themselves, however old: the same message id, or our id, at the same time is the same interaction. One
 * without a message id is known by all that is told of it. The id is made of that, so that the key of the table lets
 * nobody store it twice; the time leads to its partition, so that no index over all of them is needed.
 */
final class StoredMessages implements Recollection {
    private static final String KNOWN = """
        select told.id from unnest(?::uuid[], ?::timestamptz[], ?::text[]) as told (id, occur_time, message_id)
        where exists (
            select from interaction known where known.occur_time = told.occur_time and (known.id = told.id
                or told.message_id <> '' and told.message_id in (known.message_id, known.id::text)))\
        """;

    private final RecentMessages recent = new RecentMessages();
    private final Duration messageRetention;

    /** @param messageRetention how long sources may send a message again: what is younger is claimed as theirs are */
    StoredMessages(Duration messageRetention) {
        this.messageRetention = messageRetention;
    }

    @Override
    public void mark(Connection connection, List<InteractionDraft> drafts, RecordResult[] results, Instant now)
            throws SQLException {
        Map<UUID, Integer> first = new HashMap<>();
        for (int i = 0; i < results.length; i++) {
            if (results[i] == null && first.putIfAbsent(id(drafts.get(i)).value(), i) != null) {
                results[i] = new RecordResult.Duplicate();
            }
        }
        for (UUID known : known(connection, drafts, first)) {
            results[first.getOrDefault(known, 0)] = new RecordResult.Duplicate();
        }
        markRecent(connection, drafts, results, now);
    }

    private static Set<UUID> known(Connection connection, List<InteractionDraft> drafts, Map<UUID, Integer> first)
            throws SQLException {
        Set<UUID> known = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            new ColumnArrays<>(statement, 1, first.entrySet())
                    .add("uuid", Map.Entry::getKey)
                    .add(
                            "timestamptz",
                            one -> InteractionTable.time(
                                    drafts.get(one.getValue()).occurTime()))
                    .add("text", one -> drafts.get(one.getValue()).messageId());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return known;
    }

    private void markRecent(Connection connection, List<InteractionDraft> drafts, RecordResult[] results, Instant now)
            throws SQLException {
        Instant old = now.minus(messageRetention);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            if (results[i] == null && drafts.get(i).occurTime().isAfter(old)) {
                places.add(i);
            }
        }
        var told = new RecordResult[places.size()];
        recent.mark(connection, places.stream().map(drafts::get).toList(), told, now);
        for (int i = 0; i < told.length; i++) {
            results[places.get(i)] = told[i];
        }
    }

    @Override
    public InteractionId id(InteractionDraft draft) {
        var digest = ByteBuffer.wrap(sha256(name(draft)));
        return InteractionId.of(draft.occurTime(), digest.getLong(), digest.getLong());
    }

    /** To the microsecond: the id alone tells the millisecond. */
    private static String name(InteractionDraft draft) {
        if (!draft.messageId().isEmpty()) {
            return draft.occurTime() + "\n" + draft.messageId();
        }
        return String.join(
                "\n",
                draft.occurTime().toString(),
                draft.customerId().map(UUID::toString).orElse(""),
                draft.user().map(Object::toString).orElse(""),
                draft.anonymousId(),
                draft.direction().name(),
                draft.type(),
                draft.channel(),
                draft.name(),
                draft.product(),
                draft.properties(),
                draft.deliveryState().map(Enum::name).orElse(""));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
