package io.smartcrm.loyalty.merging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Implemented by what was decided of customers as one, and is to be decided again when they are two. */
public interface PartedMembers {
    /** @param since when they became one */
    void parted(Connection connection, UUID one, UUID other, Instant since) throws SQLException;
}
