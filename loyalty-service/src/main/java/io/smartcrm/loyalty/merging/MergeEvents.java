package io.smartcrm.loyalty.merging;

import io.smartcrm.loyalty.birthday.FurtherCustomerEvents;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.CustomerEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads who became a part of whom. */
@ApplicationScoped
class MergeEvents implements FurtherCustomerEvents {
    private final Merging merging;

    MergeEvents(Merging merging) {
        this.merging = merging;
    }

    @Override
    public void apply(Connection connection, List<ReceivedEvent<CustomerEvent>> events) throws SQLException {
        Map<UUID, Optional<UUID>> told = new LinkedHashMap<>();
        for (ReceivedEvent<CustomerEvent> event : events) {
            event.message().ifPresent(message -> told.put(UUID.fromString(event.key()), into(message)));
        }
        merging.follow(connection, told, Clock.systemUTC());
    }

    private static Optional<UUID> into(CustomerEvent event) {
        return Optional.of(event.getCustomerChanged().getCustomer().getMergedInto())
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString);
    }
}
