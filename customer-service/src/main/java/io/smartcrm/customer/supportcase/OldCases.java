package io.smartcrm.customer.supportcase;

import io.smartcrm.customer.sentiment.CaseSentiments;
import io.smartcrm.customer.supportcase.CaseTable.Sealed;
import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Forgets cases that are no longer needed; the figures of their days go on counting them. */
@ApplicationScoped
public class OldCases {
    private static final String DELETE = "delete from support_case where id = any (?)";

    private final CaseSentiments sentiments;
    private final Outbox outbox;

    OldCases(CaseSentiments sentiments, Outbox outbox) {
        this.sentiments = sentiments;
        this.outbox = outbox;
    }

    /** Within the caller's transaction, with the events that tell the other services; a case that goes on again stays. */
    public long forget(Connection connection, Collection<UUID> cases) throws SQLException {
        List<SupportCase> closed = new CaseTable(connection)
                .lock(cases.stream().map(CaseId::new).toList()).stream()
                        .map(Sealed::found)
                        .filter(found -> found.parts().status() == CaseStatus.CLOSED)
                        .toList();
        List<UUID> ids = closed.stream().map(found -> found.id().value()).toList();
        sentiments.forget(connection, ids);
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.executeUpdate();
        }
        outbox.append(connection, closed.stream().map(SupportCaseEvents::erased).toList());
        return ids.size();
    }
}
