package io.smartcrm.loyalty.birthday;

import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.CustomerEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Implemented by what else follows customers, in the transaction that keeps their birthdays. */
public interface FurtherCustomerEvents {
    /** Applies events that were not applied before; none is about a customer who was erased. */
    void apply(Connection connection, List<ReceivedEvent<CustomerEvent>> events) throws SQLException;
}
