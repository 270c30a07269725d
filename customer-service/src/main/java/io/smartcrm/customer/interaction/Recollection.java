package io.smartcrm.customer.interaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** How it is found out which interactions are known already, and what the new ones are called. */
interface Recollection {
    /**
     * Puts a duplicate where an interaction that has no result yet is known; the others are known from now on.
     *
     * @param results in the order of the drafts, null where nothing is known of one yet
     */
    void mark(Connection connection, List<InteractionDraft> drafts, RecordResult[] results, Instant now)
            throws SQLException;

    InteractionId id(InteractionDraft draft);
}
