package io.smartcrm.customer.holding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What one feature holds about customers: to hand out, to carry over when customers are merged, to forget.
 * A bean of a feature that keeps rows of a customer implements it; each method works within the caller's transaction
 * and appends the events that tell the other services.
 */
public interface CustomerHolding {
    /** The name in an export's files and in a receipt, such as {@code orders}. */
    String name();

    /** Hands every record held about the customer to the receiver, oldest first, one map of JSON values a record. */
    void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver) throws SQLException;

    /**
     * Gives all records of one customer to another.
     *
     * @return the keys of the records that moved, enough to bring exactly these back
     */
    List<String> carryOver(Connection connection, UUID from, UUID to) throws SQLException;

    /** Brings records back that {@link #carryOver} moved, as far as they still exist. */
    void bringBack(Connection connection, UUID from, UUID to, List<String> keys) throws SQLException;

    /**
     * Forgets the customer: rows that only describe the person go, rows that the books need lose the person.
     *
     * @return how many records were deleted or lost the person
     */
    long erase(Connection connection, UUID customer) throws SQLException;

    /**
     * Takes the person out of what is held and leaves what statistics need: all goes, unless the feature says otherwise.
     *
     * @return how many records were deleted or lost the person
     */
    default long anonymise(Connection connection, UUID customer) throws SQLException {
        return erase(connection, customer);
    }
}
