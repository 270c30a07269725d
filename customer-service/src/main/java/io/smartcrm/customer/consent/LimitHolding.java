package io.smartcrm.customer.consent;

import io.smartcrm.customer.holding.CustomerHolding;
import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The switches of customers: of two who turn out to be one, each limit holds for both. */
@ApplicationScoped
class LimitHolding implements CustomerHolding {
    private static final String FORGET = "delete from processing_limit where customer_id = ?";
    private static final String CLEAR_REASON =
            "update processing_limit set reason = '' where customer_id = ? and reason <> ''";
    private static final String RESTRICTED = "restricted";
    private static final String NOT_BY_PROFILE = "not-by-profile";

    private final ProcessingLimits limits;
    private final Outbox outbox;

    LimitHolding(ProcessingLimits limits, Outbox outbox) {
        this.limits = limits;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "processing-limits";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        ProcessingLimit limit = limits.of(connection, customer);
        if (limit.version() > 0) {
            receiver.accept(Map.of(
                    RESTRICTED, limit.restricted(), NOT_BY_PROFILE, limit.notByProfile(), "reason", limit.reason()));
        }
    }

    /** @return the switches that were off before and are on now */
    @Override
    public List<String> carryOver(Connection connection, UUID from, UUID to) throws SQLException {
        ProcessingLimit given = limits.of(connection, from);
        ProcessingLimit known = limits.of(connection, to);
        var both = new ProcessingLimit(
                to,
                given.restricted() || known.restricted(),
                given.notByProfile() || known.notByProfile(),
                known.reason().isEmpty() ? given.reason() : known.reason(),
                Instant.now(),
                0);
        List<String> keys = new ArrayList<>();
        if (both.restricted() && !known.restricted()) {
            keys.add(RESTRICTED);
        }
        if (both.notByProfile() && !known.notByProfile()) {
            keys.add(NOT_BY_PROFILE);
        }
        if (!keys.isEmpty()) {
            limits.put(connection, both);
        }
        return keys;
    }

    @Override
    public void bringBack(Connection connection, UUID from, UUID to, List<String> keys) throws SQLException {
        ProcessingLimit known = limits.of(connection, to);
        if (!keys.isEmpty()) {
            limits.put(
                    connection,
                    new ProcessingLimit(
                            to,
                            known.restricted() && !keys.contains(RESTRICTED),
                            known.notByProfile() && !keys.contains(NOT_BY_PROFILE),
                            known.reason(),
                            Instant.now(),
                            0));
        }
    }

    @Override
    public long erase(Connection connection, UUID customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setObject(1, customer);
            int erased = statement.executeUpdate();
            if (erased > 0) {
                outbox.append(connection, List.of(LimitEvents.gone(customer)));
            }
            return erased;
        }
    }

    /** What may not be done stays so; only the words on it may name somebody. */
    @Override
    public long anonymise(Connection connection, UUID customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLEAR_REASON)) {
            statement.setObject(1, customer);
            return statement.executeUpdate();
        }
    }
}
