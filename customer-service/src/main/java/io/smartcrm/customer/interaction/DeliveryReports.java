package io.smartcrm.customer.interaction;

import static java.util.stream.Collectors.toSet;

import io.agroal.api.AgroalDataSource;
import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What became of messages to customers, as those who carry them report. Blocks: for worker threads. */
@ApplicationScoped
class DeliveryReports {
    private final AgroalDataSource database;
    private final Outbox outbox;

    DeliveryReports(AgroalDataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * One report.
     *
     * @param id of the interaction, or else its messageId
     */
    record Report(Optional<InteractionId> id, String messageId, DeliveryState state, Instant time) {}

    /** The state of each message after its report, in their order; empty where there is no such message. */
    List<Optional<DeliveryState>> apply(List<Report> reports) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<Optional<DeliveryState>> states = apply(connection, reports);
                connection.commit();
                return states;
            } finally {
                connection.rollback();
            }
        }
    }

    private List<Optional<DeliveryState>> apply(Connection connection, List<Report> reports) throws SQLException {
        var table = new InteractionTable(connection);
        Map<UUID, Interaction> messages = new HashMap<>();
        Map<String, UUID> byMessageId = new HashMap<>();
        for (Interaction found : table.lock(
                reports.stream().flatMap(report -> report.id().stream()).collect(toSet()))) {
            messages.put(found.id(), found);
        }
        // The last one wins where a message id came again after its time.
        for (Interaction found : table.lockMessages(reports.stream()
                .filter(report -> report.id().isEmpty())
                .map(Report::messageId)
                .collect(toSet()))) {
            messages.put(found.id(), found);
            byMessageId.put(found.messageId(), found.id());
        }
        Map<UUID, Interaction> changed = new LinkedHashMap<>();
        List<Optional<DeliveryState>> states = new ArrayList<>(reports.size());
        for (Report report : reports) {
            UUID id = report.id().map(InteractionId::value).orElse(byMessageId.get(report.messageId()));
            Interaction message = id == null ? null : messages.get(id);
            if (message == null) {
                states.add(Optional.empty());
                continue;
            }
            Interaction next = message.reported(report.state(), report.time(), changed.containsKey(message.id()));
            if (!next.equals(message)) {
                messages.put(next.id(), next);
                changed.put(next.id(), next);
            }
            states.add(next.deliveries().map(Deliveries::state));
        }
        table.updateDeliveries(changed.values());
        outbox.append(connection, InteractionEvents.recorded(changed.values()));
        return states;
    }
}
