package io.smartcrm.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;

/** What a service holds about customers in one part of its read model: to hand out and to forget. */
public interface PersonalData {
    /** The name in an export's files and in a receipt, such as {@code purchases}. */
    String name();

    /** Hands every record held about the customer to the receiver, one map of JSON values a record. */
    void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver) throws SQLException;

    /**
     * Forgets the customer within the caller's transaction, and marks what was derived to be made anew.
     *
     * @return records deleted, or kept without the person
     */
    long erase(Connection connection, String customerId) throws SQLException;
}
