package io.smartcrm.customer.touch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** A feature that keeps something which follows from what is recorded of customers. Only one works at a time, in all replicas. */
public interface CustomerFollower {
    /** Brings what it keeps of these customers up to date, within the transaction that forgets the changes. */
    void follow(Connection connection, Changes changes, Instant now) throws SQLException;

    /**
     * Does one piece of what is due without a change, within a transaction of its own.
     *
     * @return whether it did something: then it is asked again soon
     */
    default boolean work(Connection connection, Instant now) throws SQLException {
        return false;
    }
}
