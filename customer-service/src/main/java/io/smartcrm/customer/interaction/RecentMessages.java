package io.smartcrm.customer.interaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Message ids of the last weeks, as sources send them again that had no answer. */
final class RecentMessages implements Recollection {
    /** Of several with one message id the first counts. */
    @Override
    public void mark(Connection connection, List<InteractionDraft> drafts, RecordResult[] results, Instant now)
            throws SQLException {
        Map<UUID, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < results.length; i++) {
            String messageId = drafts.get(i).messageId();
            if (results[i] == null
                    && !messageId.isEmpty()
                    && first.putIfAbsent(MessageTable.name(messageId), i) != null) {
                results[i] = new RecordResult.Duplicate();
            }
        }
        Set<UUID> fresh = new MessageTable(connection).claim(first.keySet(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        first.forEach((message, place) -> {
            if (!fresh.contains(message)) {
                results[place] = new RecordResult.Duplicate();
            }
        });
    }

    @Override
    public InteractionId id(InteractionDraft draft) {
        return InteractionId.of(draft.occurTime());
    }
}
