package io.smartcrm.customer.supportcase;

import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Cases that nobody wrote in about: something that an agent is to do for a customer. */
@ApplicationScoped
public class CaseTasks {
    private static final String CHANNEL = "strategy";

    private final SupportCases cases;

    CaseTasks(SupportCases cases) {
        this.cases = cases;
    }

    /**
     * Opens a case within the caller's transaction, and answers its id.
     *
     * @param urgency a priority of cases; any other is normal
     * @throws Failure NOT_FOUND without the customer, INVALID for a subject that breaks its limits
     */
    public String open(Connection connection, UUID customer, String subject, String urgency) throws SQLException {
        CasePriority priority = Arrays.stream(CasePriority.values())
                .filter(known -> known.name().equals(urgency))
                .findFirst()
                .orElse(CasePriority.NORMAL);
        var parts = new CaseParts(CaseStatus.NEW, priority, CHANNEL, subject, List.of("task"), "", 0);
        return cases.create(connection, VisibleTeams.ALL, customer, parts, "", CHANNEL)
                .id()
                .toString();
    }
}
